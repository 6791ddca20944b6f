import { describe, expect, it } from 'vitest'
import { followSchedule, scheduleAt } from '../../../electron/engine/upload/schedule.ts'
import { scheduleSchema } from '../../../electron/shared/settings/upload-schedule.ts'
import type { UploadSchedule } from '../../../electron/shared/settings/upload-schedule.ts'

const berlin = 'Europe/Berlin'

function schedule(parts: Partial<UploadSchedule> = {}): UploadSchedule {
  return scheduleSchema.parse({ enabled: true, from: '20:00', to: '06:00', ...parts })
}

/** The state at a moment, with the next change as ISO. */
function at(parts: Partial<UploadSchedule>, moment: string, timeZone = berlin): [boolean, string | null] {
  const { isOpen, changesAtMs } = scheduleAt(schedule(parts), Date.parse(moment), timeZone)
  return [isOpen, changesAtMs === null ? null : new Date(changesAtMs).toISOString().slice(0, 16)]
}

describe('a schedule', () => {
  it('that is switched off is always open', () => {
    const off = scheduleSchema.parse({})
    expect(scheduleAt(off, 0)).toEqual({ isOpen: true, changesAtMs: null })
  })

  it.each([
    ['2026-11-23T18:59:59+01:00', false, '2026-11-23T19:00'],
    ['2026-11-23T19:59:59+01:00', false, '2026-11-23T19:00'],
    ['2026-11-23T20:00:00+01:00', true, '2026-11-24T05:00'],
    ['2026-11-23T23:59:59+01:00', true, '2026-11-24T05:00'],
    ['2026-11-24T00:00:00+01:00', true, '2026-11-24T05:00'],
    ['2026-11-24T05:59:59+01:00', true, '2026-11-24T05:00'],
    ['2026-11-24T06:00:00+01:00', false, '2026-11-24T19:00'],
  ])('over midnight, at %s', (moment, isOpen, changes) => {
    expect(at({}, moment)).toEqual([isOpen, changes])
  })

  it.each([
    ['2026-11-23T08:59:00+01:00', false, '2026-11-23T08:00'],
    ['2026-11-23T09:00:00+01:00', true, '2026-11-23T16:00'],
    ['2026-11-23T17:00:00+01:00', false, '2026-11-24T08:00'],
  ])('within one day, at %s', (moment, isOpen, changes) => {
    expect(at({ from: '09:00', to: '17:00' }, moment)).toEqual([isOpen, changes])
  })

  it('counts the day on which it begins: Friday night goes on on Saturday', () => {
    const fridays = { days: [5] }
    expect(at(fridays, '2026-11-27T21:00:00+01:00')).toEqual([true, '2026-11-28T05:00'])
    expect(at(fridays, '2026-11-28T05:00:00+01:00')).toEqual([true, '2026-11-28T05:00'])
    expect(at(fridays, '2026-11-28T21:00:00+01:00')).toEqual([false, '2026-12-04T19:00'])
  })

  it('whose ends are the same lasts the whole day', () => {
    expect(at({ from: '08:00', to: '08:00', days: [1] }, '2026-11-24T07:59:00+01:00')[0]).toBe(true)
    expect(at({ from: '08:00', to: '08:00', days: [1] }, '2026-11-24T08:00:00+01:00')[0]).toBe(false)
    expect(at({ from: '08:00', to: '08:00' }, '2026-11-24T08:00:00+01:00')[0]).toBe(true)
  })

  it('without a day never opens', () => {
    expect(at({ days: [] }, '2026-11-24T22:00:00+01:00')).toEqual([false, null])
  })
})

describe('a schedule that is asked often', () => {
  it('changes to the millisecond, and after a jump of the clock either way', () => {
    const state = followSchedule(schedule({ from: '20:00', to: '06:00' }))
    const evening = new Date(2026, 10, 23, 20).getTime()
    const dayMs = 86_400_000
    for (const at of [evening, evening - dayMs, evening + dayMs]) {
      expect(state(at - 1).isOpen).toBe(false)
      expect(state(at).isOpen).toBe(true)
    }
  })
})

describe('a schedule on the day the clock is put forward', () => {
  // In Berlin 02:00 becomes 03:00 on 2026-03-29.
  it('is an hour shorter, and ends at its local time', () => {
    expect(at({}, '2026-03-28T20:00:00+01:00')).toEqual([true, '2026-03-29T04:00'])
    expect(at({}, '2026-03-29T05:59:00+02:00')[0]).toBe(true)
    expect(at({}, '2026-03-29T06:00:00+02:00')[0]).toBe(false)
  })

  it('begins at 03:30 where 02:30 does not exist', () => {
    const early = { from: '02:30', to: '05:00' }
    expect(at(early, '2026-03-29T01:59:00+01:00')).toEqual([false, '2026-03-29T01:30'])
    expect(at(early, '2026-03-29T03:29:00+02:00')[0]).toBe(false)
    expect(at(early, '2026-03-29T03:30:00+02:00')).toEqual([true, '2026-03-29T03:00'])
  })
})

describe('a schedule on the day the clock is put back', () => {
  // In Berlin 03:00 becomes 02:00 on 2026-10-25.
  it('is an hour longer', () => {
    expect(at({}, '2026-10-24T20:00:00+02:00')).toEqual([true, '2026-10-25T05:00'])
    expect(at({}, '2026-10-25T05:59:00+01:00')[0]).toBe(true)
  })

  it('takes the first of two half past twos', () => {
    const early = { from: '02:30', to: '05:00' }
    expect(at(early, '2026-10-25T02:29:00+02:00')).toEqual([false, '2026-10-25T00:30'])
    expect(at(early, '2026-10-25T02:30:00+02:00')[0]).toBe(true)
    // The same time on the clock, an hour later.
    expect(at(early, '2026-10-25T02:00:00+01:00')[0]).toBe(true)
    expect(at({ from: '22:00', to: '02:30' }, '2026-10-25T02:30:00+02:00')[0]).toBe(false)
  })
})

describe('a schedule over a year', () => {
  it.each(['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'])(
    'is as the clock on the wall says, in %s',
    (timeZone) => {
      const wall = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
      const nightly = schedule()
      const wrong: string[] = []
      for (let atMs = Date.UTC(2026, 0, 1); atMs < Date.UTC(2027, 0, 1); atMs += 377 * 60_000) {
        const time = wall.format(atMs)
        const isNight = time >= '20:00' || time < '06:00'
        if (scheduleAt(nightly, atMs, timeZone).isOpen !== isNight) wrong.push(new Date(atMs).toISOString())
      }
      expect(wrong).toEqual([])
    },
  )
})
