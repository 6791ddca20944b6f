/** Less is not worth another question to the ledger. */
const leastMs = 2
/** How much larger than the last slice the next one may be: what was quick may have been luck. */
const mostGrowth = 8
/** How much of the time that is left to plan with: the next items may lie further apart. */
const plannedShare = 0.7

/**
 * How many entries to look at next, by what the last slice took and what time is left. Null where the time is over.
 * Counts are of entries, times in milliseconds.
 */
export function nextSlice(lastSlice: number, lastMs: number, leftMs: number): number | null {
  if (leftMs < leastMs) return null
  const growth = (leftMs * plannedShare) / Math.max(lastMs, 0.1)
  return Math.max(1, Math.floor(lastSlice * Math.min(growth, mostGrowth)))
}
