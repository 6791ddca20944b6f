import { describe, expect, it } from 'vitest'
import type { Report, ReportRow } from '../../../electron/shared/reports.ts'
import { countTicks, durationPlace, durationTicks, labelStep } from '../../../renderer/reports/chart-scale.ts'
import {
  addDays,
  dayCount,
  daysOf,
  monthRange,
  monthsUntil,
  rangeOf,
} from '../../../renderer/reports/report-range.ts'
import { chartRows, partsOf, rowLabel } from '../../../renderer/reports/report-rows.ts'
import { csvFormOf } from '../../../electron/shared/csv.ts'
import { clipboardTextOf, csvOf, reportGrid } from '../../../renderer/reports/report-table.ts'
import { rowQuery, totalQuery } from '../../../renderer/reports/row-query.ts'

const row = (change: Partial<ReportRow>): ReportRow => ({
  key: null,
  seen: 0,
  uploaded: 0,
  held: 0,
  rejected: 0,
  medianMs: null,
  p95Ms: null,
  ...change,
})
const report = (by: Report['by'], rows: readonly ReportRow[]): Report => ({
  by,
  fromDay: '2026-11-01',
  toDay: '2026-11-03',
  rows,
  total: row({ seen: 12, uploaded: 7, medianMs: 1_500, p95Ms: 9_000 }),
  longest: null,
  madeAtMs: 0,
})

describe('the days of a report', () => {
  const chosen = { month: '2026-02', custom: { fromDay: '2026-01-02', toDay: '2026-01-05' } }

  it('end today, or are a whole month, or as they were set', () => {
    expect(rangeOf('today', '2026-11-23', chosen)).toEqual({ fromDay: '2026-11-23', toDay: '2026-11-23' })
    expect(rangeOf('last_7', '2026-11-03', chosen)).toEqual({ fromDay: '2026-10-28', toDay: '2026-11-03' })
    expect(dayCount(rangeOf('last_30', '2026-11-23', chosen))).toBe(30)
    expect(rangeOf('month', '2026-11-23', chosen)).toEqual({ fromDay: '2026-02-01', toDay: '2026-02-28' })
    expect(rangeOf('custom', '2026-11-23', chosen)).toEqual(chosen.custom)
  })

  it('know leap years and the turn of a year', () => {
    expect(monthRange('2024-02').toDay).toBe('2024-02-29')
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01')
    expect(monthsUntil('2026-02-10', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11'])
  })

  it('are none where the end lies before the start, or where one is missing', () => {
    expect(dayCount({ fromDay: '2026-11-03', toDay: '2026-11-02' })).toBe(0)
    expect(dayCount({ fromDay: '', toDay: '2026-11-02' })).toBe(0)
    expect(daysOf({ fromDay: '2026-10-24', toDay: '2026-10-26' })).toEqual([
      '2026-10-24',
      '2026-10-25',
      '2026-10-26',
    ])
  })
})

describe('the rows of a report', () => {
  it('are split into parts that together are everything seen', () => {
    expect(partsOf(row({ seen: 10, uploaded: 6, rejected: 1, held: 5 }))).toEqual({
      uploaded: 6,
      rejected: 1,
      rest: 3,
    })
  })

  it('have a bar for every day, also for one without a file', () => {
    const second = row({ key: '2026-11-02', seen: 3 })
    expect(chartRows(report('day', [second])).map(({ key, seen }) => [key, seen])).toEqual([
      ['2026-11-01', 0],
      ['2026-11-02', 3],
      ['2026-11-03', 0],
    ])
    expect(chartRows(report('folder', [second]))).toEqual([second])
  })

  it('have names that people know', () => {
    const path = (id: string) => `/scans/${id}`
    expect(rowLabel('folder', 'in', path)).toBe('/scans/in')
    expect(rowLabel('media_type', 'IMAGE_PASSPORT_FRONT', path)).toBe('Passport front')
    expect(rowLabel('operator', null, path)).toBe('Nobody decided')
  })
})

describe('a row of a report', () => {
  const queryOf = (
    by: Report['by'],
    text: string,
    key: string | null,
    counted: 'seen' | 'uploaded' = 'seen',
  ) => rowQuery(report(by, []), text, row({ key, seen: 4, uploaded: 2 }), counted)

  it('leads to just its files', () => {
    expect(queryOf('day', 'passport', '2026-11-02')).toBe('passport seen:2026-11-02')
    expect(queryOf('folder', '', 'in')).toBe('seen:2026-11-01..2026-11-03 folder:in')
    expect(queryOf('media_type', 'type:"A B",c', 'A B')).toBe('type:"A B" seen:2026-11-01..2026-11-03')
    expect(queryOf('media_type', '', null)).toBe('seen:2026-11-01..2026-11-03 type:none')
    expect(queryOf('operator', '', 'Ada L')).toBe('seen:2026-11-01..2026-11-03 decider:"Ada L"')
    expect(queryOf('operator', 'operator:bob', null)).toBe(
      'operator:bob seen:2026-11-01..2026-11-03 decider:none',
    )
  })

  it('leads to files of the days that the filter asks for too', () => {
    expect(queryOf('folder', 'seen:2026-11-02..', 'in')).toBe('seen:2026-11-02..2026-11-03 folder:in')
    expect(totalQuery(report('folder', []), 'seen:2026-10..2026-11-02 a', 'seen')).toBe(
      'seen:2026-11-01..2026-11-02 a',
    )
  })

  it('leads to what was uploaded where it tells times, and nowhere where nothing was', () => {
    expect(queryOf('day', '', '2026-11-02', 'uploaded')).toBe('seen:2026-11-02 state:uploaded')
    expect(rowQuery(report('day', []), '', row({ key: '2026-11-02', seen: 4 }), 'uploaded')).toBeNull()
  })
})

describe('the table of a report', () => {
  const grid = reportGrid(report('operator', [row({ key: '=ada', seen: 12, medianMs: 1_500 })]), ({ key }) =>
    String(key),
  )

  it('has headings, rows and a total', () => {
    expect(grid).toHaveLength(3)
    expect(grid[1]).toEqual(['=ada', 12, 0, 0, 0, 12, 1.5, null])
    expect(grid[2]?.slice(1, 3)).toEqual([12, 7])
  })

  it('never makes a formula of a name', () => {
    expect(csvOf([['=ada', 'a "b", c', -3, 1.5]], csvFormOf('en'))).toBe(
      '\u{feff}\'=ada,"a ""b"", c",-3,1.5\r\n',
    )
    // Where the comma stands in numbers, a German Excel would take 1.5 for a day.
    expect(csvOf([['2026-11-23', 1.5, '1.5']], csvFormOf('de'))).toBe("\u{feff}2026-11-23;1,5;'1.5\r\n")
    expect(clipboardTextOf([['+1 x', 'a\tb', 1.5]], csvFormOf('de'))).toBe("'+1 x\ta b\t1,5")
  })
})

describe('the scale of a chart', () => {
  it('counts in round steps up to the highest bar', () => {
    expect(countTicks(36)).toEqual([0, 10, 20, 30, 40])
    expect(countTicks(1)).toEqual([0, 1])
    expect(countTicks(0)).toEqual([0, 1])
    expect(countTicks(7)).toEqual([0, 2, 4, 6, 8])
    expect(countTicks(1_204)).toEqual([0, 500, 1_000, 1_500])
  })

  it('has round durations around the shortest and the longest', () => {
    expect(durationTicks(2_400, 3_000)).toEqual([1_000, 10_000])
    expect(durationTicks(50, 700_000)).toEqual([100, 1_000, 10_000, 60_000, 600_000, 3_600_000])
    const decades = durationTicks(1, 4e12)
    expect(decades.at(-1)).toBe(365 * 86_400_000)
  })

  it('places durations by powers and keeps them inside', () => {
    expect(durationPlace(10_000, 1_000, 100_000)).toBeCloseTo(0.5)
    expect(durationPlace(0, 1_000, 100_000)).toBe(0)
    expect(durationPlace(1e9, 1_000, 100_000)).toBe(1)
  })

  it('leaves out labels that have no room', () => {
    expect(labelStep(100, 64)).toBe(1)
    expect(labelStep(20, 64)).toBe(7)
    expect(labelStep(2.4, 64)).toBe(28)
  })
})
