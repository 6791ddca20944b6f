/** Two clocks: one for records, one that no person and no time server can turn. */
export interface Clock {
  /** Epoch milliseconds. May jump either way. */
  nowMs(): number
  /** Milliseconds since an arbitrary start. Never goes back. */
  monotonicMs(): number
}

export interface Timers {
  /** Calls back once after `delayMs`. Returns its stop. */
  after(delayMs: number, callback: () => void): () => void
}

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
}

export const systemTimers: Timers = {
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs)
    return () => clearTimeout(timer)
  },
}
