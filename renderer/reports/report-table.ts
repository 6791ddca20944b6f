import { csvRecord, csvStart, spreadsheetText } from '../../electron/shared/csv.ts'
import type { CsvForm } from '../../electron/shared/csv.ts'
import type { Report, ReportRow } from '../../electron/shared/reports.ts'
import { messages } from '../messages/current.ts'
import { partsOf } from './report-rows.ts'

type ReportCell = string | number | null

/** The report as a grid, its headings first and its total last. Times are in seconds. */
export function reportGrid(report: Report, labelOf: (row: ReportRow) => string): ReportCell[][] {
  const { columns } = messages.reports
  const head = [
    messages.reports.by[report.by],
    ...[columns.seen, columns.uploaded, columns.held, columns.rejected, columns.rest],
    ...[columns.medianSeconds, columns.p95Seconds],
  ]
  const lineOf = (row: ReportRow, label: string) => [
    label,
    ...[row.seen, row.uploaded, row.held, row.rejected, partsOf(row).rest],
    ...[row.medianMs, row.p95Ms].map((timeMs) => (timeMs === null ? null : timeMs / 1_000)),
  ]
  return [
    head,
    ...report.rows.map((row) => lineOf(row, report.by === 'day' ? (row.key ?? '') : labelOf(row))),
    lineOf(report.total, messages.reports.total),
  ]
}

/** A grid as CSV, as the spreadsheets of this region open it. */
export function csvOf(grid: readonly (readonly ReportCell[])[], form: CsvForm): string {
  return csvStart + grid.map((line) => csvRecord(line, form)).join('')
}

/** A grid for the clipboard, as the spreadsheets of this region take it. */
export function clipboardTextOf(grid: readonly (readonly ReportCell[])[], { decimal }: CsvForm): string {
  const textOf = (cell: ReportCell): string => {
    if (cell === null) return ''
    if (typeof cell === 'number') return String(cell).replace('.', decimal)
    return spreadsheetText(cell).replace(/[\t\r\n]+/g, ' ')
  }
  return grid.map((line) => line.map(textOf).join('\t')).join('\n')
}
