import { listenForAbort } from './abort-listener.ts'
import type { Clock } from '../time/clock.ts'

export interface PacerOptions {
  readonly clock: Clock
  readonly requestsPerSecond: number
}

/** Decides when the next request may go out. */
export interface Pacer {
  /** Waits for a turn and gives the milliseconds waited. Rejects when `signal` aborts; the turn is then free. */
  turn(signal: AbortSignal): Promise<number>
  /** The endpoint asked for a slower pace: nothing goes out before `epochMs`, and half as fast afterwards. */
  slowUntil(epochMs: number): void
  /** An answer other than "slow down" came: the pace may rise again, up to the one that is set. */
  noteAnswer(): void
  /** Changes the pace that is set, at once, for those who wait too. */
  setRate(requestsPerSecond: number): void
  /** Epoch milliseconds until which the endpoint asked for silence, or null. */
  slowedUntilMs(): number | null
  /** The present pace. */
  requestsPerSecond(): number
}

/** A moment given by the endpoint is believed up to this far ahead. */
const longestSlowdownMs = 3_600_000

/** After a slowdown the pace comes back by this share of the set pace in each second of answers. */
const recoveryPerSecond = 0.05

/** The slowest that slowdowns alone make the pace, as a share of the set pace. */
const slowestShare = 1 / 64

/**
 * A token bucket. Slowdowns halve the rate and answers raise it evenly (additive increase, multiplicative decrease),
 * so the pace finds by itself what the endpoint takes. Time is measured on the clock that never jumps.
 */
export function createPacer({ clock, requestsPerSecond }: PacerOptions): Pacer {
  let setPace = requestsPerSecond
  let pace = requestsPerSecond
  let tokens = 1
  let refilledMs = clock.monotonicMs()
  let slowUntilMonotonicMs = -Infinity
  const waiters = new Set<AbortController>()

  function refill(): void {
    const nowMs = clock.monotonicMs()
    // A tenth of a second may be caught up, so that late timers do not lower the pace.
    const capacity = Math.max(1, pace / 10)
    tokens = Math.min(capacity, tokens + ((nowMs - refilledMs) / 1000) * pace)
    refilledMs = nowMs
  }

  function msUntilTurn(): number {
    refill()
    const tokenMs = tokens >= 1 ? 0 : ((1 - tokens) / pace) * 1000
    return Math.max(tokenMs, slowUntilMonotonicMs - clock.monotonicMs())
  }

  /** Ends early when the pace changes. Not AbortSignal.any: on a signal that lives for days it leaks in Node 20. */
  async function waitOrPaceChange(delayMs: number, signal: AbortSignal): Promise<void> {
    const waiter = new AbortController()
    const stopListening = listenForAbort(signal, () => waiter.abort())
    waiters.add(waiter)
    try {
      await clock.wait(delayMs, waiter.signal)
    } catch (error) {
      if (!waiter.signal.aborted) throw error
    } finally {
      stopListening()
      waiters.delete(waiter)
    }
  }

  return {
    async turn(signal) {
      const startedMs = clock.monotonicMs()
      for (;;) {
        signal.throwIfAborted()
        const delayMs = msUntilTurn()
        if (delayMs <= 0) break
        await waitOrPaceChange(Math.ceil(delayMs), signal)
      }
      tokens -= 1
      return clock.monotonicMs() - startedMs
    },

    slowUntil(epochMs) {
      const delayMs = Math.min(longestSlowdownMs, Math.max(0, epochMs - clock.nowMs()))
      const nowMs = clock.monotonicMs()
      // Requests that were under way together are refused together: that is one slowdown, not several.
      refill()
      if (nowMs >= slowUntilMonotonicMs) pace = Math.max(setPace * slowestShare, pace / 2)
      slowUntilMonotonicMs = Math.max(slowUntilMonotonicMs, nowMs + delayMs)
      tokens = 0
    },

    noteAnswer() {
      pace = Math.min(setPace, pace + (setPace * recoveryPerSecond) / pace)
    },

    setRate(nextRequestsPerSecond) {
      refill()
      setPace = nextRequestsPerSecond
      pace = nextRequestsPerSecond
      for (const waiter of waiters) waiter.abort()
    },

    slowedUntilMs() {
      const delayMs = slowUntilMonotonicMs - clock.monotonicMs()
      return delayMs > 0 ? clock.nowMs() + delayMs : null
    },

    requestsPerSecond: () => pace,
  }
}
