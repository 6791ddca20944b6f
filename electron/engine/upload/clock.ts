import { setTimeout as waitFor } from 'node:timers/promises'

/** Time as the uploader sees it. Tests hand in their own. */
export interface Clock {
  /** Epoch milliseconds. May jump when somebody sets the computer's clock. */
  nowMs(): number
  /** Milliseconds since any fixed moment. Never jumps. */
  monotonicMs(): number
  /** Resolves after `delayMs`; rejects as soon as `signal` aborts. */
  wait(delayMs: number, signal: AbortSignal): Promise<void>
}

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  wait: (delayMs, signal) => waitFor(delayMs, undefined, { signal }),
}
