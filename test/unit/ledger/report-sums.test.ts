import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createReportSums } from '../../../electron/engine/ledger/report-sums.ts'

const other = { itemId: 1, isUploaded: true, isHeld: false, isRejected: false }

function rowOf(durationsMs: readonly number[]) {
  const sums = createReportSums()
  for (const durationMs of durationsMs) sums.add({ ...other, key: 'a', durationMs })
  return sums.rows('day').total
}

describe('the sums of a report', () => {
  it.each([
    [[], null, null],
    [[7], 7, 7],
    [[1, 2], 2, 2],
    [[3, 1, 2], 2, 3],
    [[10, 2, 9, 100], 10, 100],
  ])('of %j have median and percentile', (durations, medianMs, p95Ms) => {
    expect(rowOf(durations)).toMatchObject({ medianMs, p95Ms })
  })

  it('have as many values below the median as above, and a twentieth above the percentile at most', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 1 }), (durations) => {
        const { medianMs, p95Ms } = rowOf(durations)
        const count = (suits: (value: number) => boolean): number => durations.filter(suits).length
        expect(count((value) => value < Math.floor(medianMs ?? 0))).toBeLessThanOrEqual(durations.length / 2)
        expect(count((value) => value > Math.ceil(medianMs ?? 0))).toBeLessThanOrEqual(durations.length / 2)
        expect(count((value) => value > (p95Ms ?? 0))).toBeLessThanOrEqual(durations.length / 20)
        expect(count((value) => value >= (p95Ms ?? 0))).toBeGreaterThan(durations.length / 20)
      }),
    )
  })

  it('name the upload that took longest, the first of equals', () => {
    const sums = createReportSums()
    const times = [3, null, 9, 9, 0]
    for (const [itemId, durationMs] of times.entries()) sums.add({ ...other, itemId, key: 'a', durationMs })
    expect(sums.rows('day').longest).toEqual({ itemId: 2, durationMs: 9 })
    expect(createReportSums().rows('day').longest).toBeNull()
  })

  it('come by day, or the most seen first, and without a key last', () => {
    const sums = createReportSums()
    for (const key of ['b', 'a', null, 'a', null, 'c']) sums.add({ ...other, key, durationMs: null })
    expect(sums.rows('day').rows.map(({ key }) => key)).toEqual(['a', 'b', 'c', null])
    expect(sums.rows('folder').rows.map(({ key }) => key)).toEqual(['a', null, 'b', 'c'])
  })
})
