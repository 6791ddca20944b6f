import { writeDayRange } from '../../electron/shared/item-query-days.ts'
import { noDecider, noMediaType, parseItemQuery } from '../../electron/shared/item-query-text.ts'
import type { Report, ReportGroup, ReportRow } from '../../electron/shared/reports.ts'
import { dayOf } from '../format/iso-day.ts'
import { withFilterValues } from '../history/query/query-edit.ts'

/** The filter that finds a row's files, and its value where the files have no key. */
const rowFilters: Readonly<Record<ReportGroup, { readonly name: string; readonly noKey: string | null }>> = {
  day: { name: 'seen', noKey: null },
  folder: { name: 'folder', noKey: null },
  media_type: { name: 'type', noKey: noMediaType },
  operator: { name: 'decider', noKey: noDecider },
}

/** Which of a row's files a table counts: all that were seen, or those alone whose time it tells. */
export type CountedFiles = 'seen' | 'uploaded'

/** The query that finds just the files of a row in the history; null where there are none. */
export function rowQuery(
  report: Report,
  reportText: string,
  row: ReportRow,
  counted: CountedFiles,
): string | null {
  const { name, noKey } = rowFilters[report.by]
  const value = row.key ?? noKey
  if (value === null || row[counted] === 0) return null
  return withFilterValues(totalQuery(report, reportText, counted), name, [value])
}

/** The query that finds all files of a report. */
export function totalQuery(report: Report, reportText: string, counted: CountedFiles): string {
  const { fromDay, toDay } = report
  const { seen } = parseItemQuery(reportText, dayOf(new Date(report.madeAtMs))).query
  // Days of the filter and days of the report hold both.
  const from = seen?.from != null && seen.from > fromDay ? seen.from : fromDay
  const to = seen?.to != null && seen.to < toDay ? seen.to : toDay
  const ofDays = withFilterValues(reportText, 'seen', [writeDayRange({ from, to })])
  return counted === 'seen' ? ofDays : withFilterValues(ofDays, 'state', ['uploaded'])
}
