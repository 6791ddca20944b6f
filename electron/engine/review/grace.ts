import { maxBulkItems } from '../../shared/calls/review-calls.ts'

/** By so much the grace of a decision for many items is longer for each of them: it takes its time itself. */
const graceMsPerItem = 1

/** The most that the grace of a decision for many items exceeds what is set. */
export const longestBulkGraceMs = maxBulkItems * graceMsPerItem

/**
 * Until when an approval can be taken back, in epoch milliseconds; null where nothing holds the item. All items of
 * one decision have the same time, so that none of them is on its way before the last one is decided.
 */
export function sendsAfter(graceMs: number, nowMs: number, itemCount: number): number | null {
  return graceMs === 0 ? null : nowMs + graceMs + (itemCount - 1) * graceMsPerItem
}
