import type { ReportRow } from '../../electron/shared/reports.ts'

type TimedRow = ReportRow & { readonly medianMs: number; readonly p95Ms: number }

/** The rows in which something was uploaded, so that they have times. */
export function timedRows(rows: readonly ReportRow[]): readonly TimedRow[] {
  return rows.filter((row): row is TimedRow => row.medianMs !== null && row.p95Ms !== null)
}
