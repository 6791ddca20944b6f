import { expect, it } from 'vitest'
import { formatClock, formatDay } from '../../../renderer/format/time.ts'
import { laneOpening } from '../../../renderer/uploads/lane-opening.ts'

const now = new Date(2026, 10, 30, 14, 5).getTime()

it.each([
  [new Date(2026, 10, 30, 20, 0), /^at \S/],
  [new Date(2026, 11, 1, 20, 0), /^tomorrow at \S/],
  [new Date(2026, 11, 4, 20, 0), /^on .*4/],
])('tells when uploads start: %s', (opens, words) => {
  const told = laneOpening(opens.getTime(), now)
  expect(told).toMatch(words)
  expect(told).toContain(formatClock(opens.getTime()))
})

it('names a day of the account by the computer’s own calendar', () => {
  expect(formatDay('2026-11-03')).toMatch(/3/)
  expect(formatDay('2026-11-03')).not.toMatch(/2026|0?2 /)
})
