import type { Timers } from '../../electron/engine/time/clock.ts'

export interface ManualTimers extends Timers {
  /** The delays of everything that waits, in the order in which it was asked for. */
  delaysMs(): number[]
  /** Calls back what waits with the shortest delay, and lets everything that follows from it happen. */
  next(): Promise<void>
}

/** Timers that go off when a test says so. */
export function manualTimers(): ManualTimers {
  const waiting = new Set<{ readonly delayMs: number; readonly callback: () => void }>()
  return {
    after(delayMs, callback) {
      const timer = { delayMs, callback }
      waiting.add(timer)
      return () => {
        waiting.delete(timer)
      }
    },
    delaysMs: () => [...waiting].map(({ delayMs }) => delayMs),
    async next() {
      const [first] = [...waiting].sort((one, other) => one.delayMs - other.delayMs)
      if (first === undefined) throw new Error('nothing waits')
      waiting.delete(first)
      first.callback()
      for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate)
    },
  }
}
