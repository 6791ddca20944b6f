import type { LongestUpload, Report, ReportGroup, ReportRow } from '../../shared/reports.ts'

/** What a report needs of one item. */
export interface ReportedItem {
  readonly itemId: number
  readonly key: string | null
  readonly isUploaded: boolean
  readonly isHeld: boolean
  readonly isRejected: boolean
  /** From the first sight to the upload; null where it was not uploaded, or by a clock that was set back. */
  readonly durationMs: number | null
}

interface Sums {
  seen: number
  uploaded: number
  held: number
  rejected: number
  readonly durationsMs: number[]
}

export interface ReportSums {
  add(item: ReportedItem): void
  rows(by: ReportGroup): Pick<Report, 'rows' | 'total' | 'longest'>
}

/** Adds up a report. Keeps every duration, eight bytes each: median and 95th percentile are exact. */
export function createReportSums(): ReportSums {
  const sumsByKey = new Map<string | null, Sums>()
  const total = noSums()
  let longest: LongestUpload | null = null
  return {
    add(item) {
      let sums = sumsByKey.get(item.key)
      if (sums === undefined) sumsByKey.set(item.key, (sums = noSums()))
      for (const each of [sums, total]) {
        each.seen += 1
        each.uploaded += item.isUploaded ? 1 : 0
        each.held += item.isHeld ? 1 : 0
        each.rejected += item.isRejected ? 1 : 0
        if (item.durationMs !== null) each.durationsMs.push(item.durationMs)
      }
      const { itemId, durationMs } = item
      if (durationMs !== null && durationMs > (longest?.durationMs ?? -1)) longest = { itemId, durationMs }
    },
    rows(by) {
      const rows = [...sumsByKey].map(([key, sums]) => toRow(key, sums))
      rows.sort(by === 'day' ? byKey : (one, other) => other.seen - one.seen || byKey(one, other))
      return { rows, total: toRow(null, total), longest }
    },
  }
}

function noSums(): Sums {
  return { seen: 0, uploaded: 0, held: 0, rejected: 0, durationsMs: [] }
}

function toRow(key: string | null, { seen, uploaded, held, rejected, durationsMs }: Sums): ReportRow {
  const sorted = Float64Array.from(durationsMs).sort()
  return {
    key,
    seen,
    uploaded,
    held,
    rejected,
    medianMs: medianOf(sorted),
    p95Ms: percentileOf(sorted, 0.95),
  }
}

/** The middle one; of an even number the mean of the two in the middle, in whole milliseconds. */
function medianOf(sorted: Float64Array): number | null {
  const low = sorted[Math.ceil(sorted.length / 2) - 1]
  const high = sorted[Math.floor(sorted.length / 2)]
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2)
}

/** The least value that so large a share of all does not exceed (nearest rank). */
function percentileOf(sorted: Float64Array, share: number): number | null {
  return sorted[Math.ceil(sorted.length * share) - 1] ?? null
}

/** Where an item has no key, it comes last. */
function byKey(one: ReportRow, other: ReportRow): number {
  if (one.key === other.key) return 0
  if (one.key === null) return 1
  if (other.key === null) return -1
  return one.key < other.key ? -1 : 1
}
