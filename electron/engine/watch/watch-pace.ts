import type { DeliveryMode } from '../../shared/status.ts'
import type { DeliveryProof } from './delivery-proof.ts'

const firstRetryMs = 1_000
const longestRetryMs = 60_000
const shortestPollMs = 5_000
const provenMs = 3_600_000
const unprovenMs = 600_000
const eventGapMs = 100

/** How long to wait before a folder that failed `failures` times in a row is tried again: 1 s, doubling, to 60 s. */
export function retryDelayMs(failures: number): number {
  return Math.min(longestRetryMs, firstRetryMs * 2 ** Math.max(0, failures - 1))
}

/**
 * How long to wait between two full comparisons. Without events they are all there is, so they come more
 * often, but take at most a twentieth of the time.
 */
export function comparisonDelayMs(
  intervalMs: number,
  delivery: DeliveryMode,
  lastDurationMs: number,
): number {
  if (delivery === 'events') return intervalMs
  return Math.min(intervalMs, Math.max(shortestPollMs, 20 * lastDurationMs))
}

/** How long changes are gathered: 100 ms, or as long as handing over the last ones took. */
export function gatherDelayMs(lastDeliveryMs: number): number {
  return Math.max(eventGapMs, lastDeliveryMs)
}

/**
 * Whether a folder's events are to be tested, by what was found `sinceMs` ago. Events can end without a word, as
 * after a server was started anew, and can come back: good news is believed for an hour, bad news for ten minutes.
 */
export function isProbeDue(found: DeliveryProof['kind'], sinceMs: number): boolean {
  if (found === 'untested') return true
  return sinceMs >= (found === 'delivered' ? provenMs : unprovenMs)
}
