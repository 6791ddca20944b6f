import type { Clock, Timers } from '../time/clock.ts'

const beatMs = 30_000
const sleptMs = 60_000

export interface SleepDetectorOptions {
  readonly clock: Pick<Clock, 'nowMs' | 'monotonicMs'>
  readonly timers: Timers
  /** The computer slept, stood still, or its clock was set forward, by a minute or more. */
  onWoke(): void
}

/**
 * Notices that the computer slept: either clock went on by more than the timer's time. Some systems count
 * sleep in the monotonic clock and some do not. A wall clock that is set back is no sleep. Returns its stop.
 */
export function startSleepDetector({ clock, timers, onWoke }: SleepDetectorOptions): () => void {
  let stopTimer: () => void = () => undefined
  const beat = () => {
    const nowMs = clock.nowMs()
    const monotonicMs = clock.monotonicMs()
    stopTimer = timers.after(beatMs, () => {
      const passedMs = Math.max(clock.nowMs() - nowMs, clock.monotonicMs() - monotonicMs)
      beat()
      if (passedMs - beatMs >= sleptMs) onWoke()
    })
  }
  beat()
  return () => stopTimer()
}
