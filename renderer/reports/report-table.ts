import type { Report, ReportRow } from '../../electron/shared/reports.ts'
import { messages } from '../messages/current.ts'
import { partsOf } from './report-rows.ts'

/** The report as a grid of texts, its headings first and its total last. Times are in seconds. */
export function reportGrid(report: Report, labelOf: (row: ReportRow) => string): string[][] {
  const { columns } = messages.reports
  const head = [
    messages.reports.by[report.by],
    ...[columns.seen, columns.uploaded, columns.held, columns.rejected, columns.rest],
    ...[columns.medianSeconds, columns.p95Seconds],
  ]
  const lineOf = (row: ReportRow, label: string) => [
    label,
    ...[row.seen, row.uploaded, row.held, row.rejected, partsOf(row).rest].map(String),
    ...[row.medianMs, row.p95Ms].map((timeMs) => (timeMs === null ? '' : String(timeMs / 1_000))),
  ]
  return [
    head,
    ...report.rows.map((row) => lineOf(row, report.by === 'day' ? (row.key ?? '') : labelOf(row))),
    lineOf(report.total, messages.reports.total),
  ]
}

/**
 * A grid as CSV after RFC 4180, with the mark by which Excel knows UTF-8. A text that a spreadsheet would take for a
 * formula is kept a text.
 */
export function csvOf(grid: readonly (readonly string[])[]): string {
  const lines = grid.map((line) => line.map(csvCell).join(','))
  return `\u{feff}${lines.map((line) => `${line}\r\n`).join('')}`
}

/** A grid for the clipboard, as spreadsheets take it. */
export function clipboardTextOf(grid: readonly (readonly string[])[]): string {
  return grid
    .map((line) => line.map((cell) => harmless(cell).replace(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\n')
}

function csvCell(text: string): string {
  const cell = harmless(text)
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text
}
