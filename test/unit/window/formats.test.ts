import { describe, expect, it } from 'vitest'
import { shortenHash } from '../../../renderer/format/hash.ts'
import { formatBytes } from '../../../renderer/format/number.ts'
import { formatCountdown, formatDuration } from '../../../renderer/format/time.ts'
import { appendPage } from '../../../renderer/state/item-pages.ts'
import { sampleItem } from '../../support/sample-item.ts'

describe('figures for people', () => {
  it.each([
    [950, '950 B'],
    [12_400, '12 kB'],
    [5_000_000, '5 MB'],
    [1_500_000_000, '1.5 GB'],
  ])('shows %i bytes as %s', (sizeBytes, shown) => {
    expect(formatBytes(sizeBytes)).toBe(shown)
  })

  it.each([
    [640, '640 ms'],
    [2_300, '2.3 s'],
    [83_000, '1 min 23 s'],
    [7_500_000, '2 h 5 min'],
    [600_000, '10 min'],
    [200_000_000, '2 d 7 h'],
  ])('shows %i ms as %s', (durationMs, shown) => {
    expect(formatDuration(durationMs)).toBe(shown)
  })

  it('counts down in whole seconds to zero', () => {
    expect([9_100, 400, -5_000].map((leftMs) => formatCountdown(leftMs, 0))).toEqual(['10 s', '1 s', '0 s'])
  })

  it('keeps both ends of a hash', () => {
    expect(shortenHash(`${'a'.repeat(60)}bcde`)).toBe('aaaaaaaa…bcde')
  })
})

it('shows a row once that a later page names again', () => {
  const [one, two, three] = [1, 2, 3].map((id) => sampleItem({ id }))
  if (one === undefined || two === undefined || three === undefined) throw new Error('three items were made')
  expect(appendPage([one, two], [two, three, three]).map((item) => item.id)).toEqual([1, 2, 3])
})
