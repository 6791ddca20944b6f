import type { Clock } from '../../../electron/engine/time/clock.ts'

export interface ManualClock extends Clock {
  /** Lets time pass and runs what became due, in order. */
  advance(byMs: number): Promise<void>
  /** Sets the computer's clock without time passing. */
  setNow(epochMs: number): void
  /** How many waits are under way. */
  waiting(): number
}

interface Wait {
  readonly dueMs: number
  readonly end: () => void
}

/** A clock that moves when a test says so. */
export function createManualClock(startMs = Date.UTC(2026, 10, 23)): ManualClock {
  let monotonicMs = 1_000
  let offsetMs = startMs - monotonicMs
  const waits = new Set<Wait>()

  return {
    nowMs: () => monotonicMs + offsetMs,
    monotonicMs: () => monotonicMs,
    waiting: () => waits.size,
    setNow: (epochMs) => {
      offsetMs = epochMs - monotonicMs
    },
    wait: (delayMs, signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted()
        const wait: Wait = { dueMs: monotonicMs + delayMs, end: resolve }
        waits.add(wait)
        signal.addEventListener('abort', () => {
          if (waits.delete(wait)) reject(new Error('aborted'))
        })
      }),
    async advance(byMs) {
      const untilMs = monotonicMs + byMs
      for (;;) {
        await settle()
        const next = [...waits].sort((a, b) => a.dueMs - b.dueMs)[0]
        if (next === undefined || next.dueMs > untilMs) break
        monotonicMs = Math.max(monotonicMs, next.dueMs)
        waits.delete(next)
        next.end()
      }
      monotonicMs = untilMs
      await settle()
    },
  }
}

/** Lets every promise that can go on go on. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
