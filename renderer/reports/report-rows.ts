import type { Report, ReportGroup, ReportRow } from '../../electron/shared/reports.ts'
import { formatDay } from '../format/time.ts'
import { mediaTypeName } from '../item/media-type-name.ts'
import { messages } from '../messages/current.ts'
import { daysOf } from './report-range.ts'

/** What every file of a row is one of. `rest`: not sent and not rejected by now. */
export const reportParts = ['uploaded', 'rejected', 'rest'] as const
export type ReportPart = (typeof reportParts)[number]

/** The parts of a row; together they are all that was seen. */
export function partsOf(row: ReportRow): Readonly<Record<ReportPart, number>> {
  const { uploaded, rejected } = row
  return { uploaded, rejected, rest: Math.max(0, row.seen - uploaded - rejected) }
}

/** The rows as a chart shows them: by day, the days without a file have a row too. */
export function chartRows(report: Report): readonly ReportRow[] {
  if (report.by !== 'day') return report.rows
  const known = new Map(report.rows.map((row) => [row.key, row]))
  return daysOf(report).map((day) => known.get(day) ?? emptyRow(day))
}

/** What a row is called in a chart or a table. `folderPath` gives the path of a folder by its id. */
export function rowLabel(
  by: ReportGroup,
  key: string | null,
  folderPath: (folderId: string) => string,
): string {
  if (key === null) return messages.reports.noKey[by]
  if (by === 'day') return formatDay(key)
  if (by === 'folder') return folderPath(key)
  return by === 'media_type' ? mediaTypeName(key) : key
}

function emptyRow(key: string): ReportRow {
  return { key, seen: 0, uploaded: 0, held: 0, rejected: 0, medianMs: null, p95Ms: null }
}
