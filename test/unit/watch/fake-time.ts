import type { Clock, Timers } from '../../../electron/engine/time/clock.ts'

export interface FakeTime {
  readonly clock: Pick<Clock, 'nowMs' | 'monotonicMs'>
  readonly timers: Timers
  /** Lets monotonic time pass and runs what falls due, each with all that follows from it. */
  pass(ms: number): Promise<void>
  /** Turns the wall clock alone, as a person or a time server does. */
  turnWallClock(ms: number): void
  /**
   * The computer sleeps: no timer runs, and the wall clock goes on. Windows counts sleep in the monotonic clock too,
   * so its timers are overdue afterwards; Linux and macOS stop it.
   */
  sleep(ms: number, isCounted: boolean): void
  /** How many timers are running. */
  timerCount(): number
}

/** Lets promises that are already decided run their course. */
async function flush(): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve))
}

export function fakeTime(): FakeTime {
  let monotonicMs = 1_000
  let nowMs = 1_700_000_000_000
  let timers: { readonly atMs: number; readonly callback: () => void }[] = []

  return {
    clock: { nowMs: () => nowMs, monotonicMs: () => monotonicMs },
    timers: {
      after(delayMs, callback) {
        const timer = { atMs: monotonicMs + delayMs, callback }
        timers.push(timer)
        return () => {
          timers = timers.filter((other) => other !== timer)
        }
      },
    },
    async pass(ms) {
      const endMs = monotonicMs + ms
      await flush()
      for (;;) {
        const [next] = timers.filter((timer) => timer.atMs <= endMs).sort((a, b) => a.atMs - b.atMs)
        if (next === undefined) break
        // After a sleep a timer may be overdue.
        const passedMs = Math.max(0, next.atMs - monotonicMs)
        nowMs += passedMs
        monotonicMs += passedMs
        timers = timers.filter((timer) => timer !== next)
        next.callback()
        await flush()
      }
      nowMs += endMs - monotonicMs
      monotonicMs = endMs
    },
    turnWallClock(ms) {
      nowMs += ms
    },
    sleep(ms, isCounted) {
      nowMs += ms
      if (isCounted) monotonicMs += ms
    },
    timerCount: () => timers.length,
  }
}
