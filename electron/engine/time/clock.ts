import { setTimeout as waitFor } from 'node:timers/promises'

/** Time as the engine sees it. Tests hand in their own. */
export interface Clock {
  /** Epoch milliseconds. May jump when somebody sets the computer's clock. */
  nowMs(): number
  /** Milliseconds since any fixed moment. Never goes back. */
  monotonicMs(): number
  /** Resolves after `delayMs`; rejects as soon as `signal` aborts. */
  wait(delayMs: number, signal: AbortSignal): Promise<void>
}

export interface Timers {
  /** Calls back once after `delayMs`. Returns its stop. */
  after(delayMs: number, callback: () => void): () => void
}

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  wait: (delayMs, signal) => waitFor(delayMs, undefined, { signal }),
}

export const systemTimers: Timers = {
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs)
    return () => {
      clearTimeout(timer)
    }
  },
}
