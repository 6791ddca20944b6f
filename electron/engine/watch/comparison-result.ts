import type { Failure } from '../../shared/error-codes.ts'
import type { FailedDirectory, ListingResult } from './listing.ts'

/** How a full comparison of a folder ended. Times are epoch milliseconds. */
export interface ComparisonResult {
  /** Only a complete comparison may call files missing, and only files not seen since it started. */
  readonly complete: boolean
  readonly failedDirectories: readonly FailedDirectory[]
  readonly fileCount: number
  readonly startedAtMs: number
  readonly durationMs: number
  /**
   * `device:inode` of the folder; null when it was not reached. Another device than before is a sign of a
   * share that is not mounted, or of one that is mounted now: an empty listing then proves nothing.
   */
  readonly rootKey: string | null
  /** Why the comparison did not reach its end. */
  readonly failure: Failure | null
}

export function endedComparison(
  listing: ListingResult,
  startedAtMs: number,
  durationMs: number,
): ComparisonResult {
  return { ...listing, startedAtMs, durationMs, failure: null }
}

export function failedComparison(
  failure: Failure,
  startedAtMs: number,
  durationMs: number,
): ComparisonResult {
  return {
    complete: false,
    failedDirectories: [{ directory: '', words: failure.detail }],
    fileCount: 0,
    startedAtMs,
    durationMs,
    rootKey: null,
    failure,
  }
}
