import type { EndpointClock } from '../../../electron/engine/sandbox/endpoint.ts'

export type ManualClock = EndpointClock & {
  /** Moves the time on and ends the waits that are due. */
  advance(byMs: number): void
  /** Resolves as soon as `count` waits are open. */
  whenWaiting(count?: number): Promise<void>
}

/** A clock that stands still until the test moves it. */
export function manualClock(startMs = 1_764_000_000_000): ManualClock {
  let nowMs = startMs
  let waits: { dueMs: number; end: () => void }[] = []
  let watchers: { count: number; tell: () => void }[] = []
  const tellWatchers = (): void => {
    for (const { count, tell } of watchers) if (waits.length >= count) tell()
    watchers = watchers.filter(({ count }) => waits.length < count)
  }
  return {
    nowMs: () => nowMs,
    wait: (delayMs, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('The wait was ended.')), { once: true })
        waits.push({ dueMs: nowMs + delayMs, end: resolve })
        tellWatchers()
      }),
    advance(byMs) {
      nowMs += byMs
      for (const wait of waits) if (wait.dueMs <= nowMs) wait.end()
      waits = waits.filter(({ dueMs }) => dueMs > nowMs)
    },
    whenWaiting: (count = 1) =>
      new Promise((resolve) => {
        watchers.push({ count, tell: resolve })
        tellWatchers()
      }),
  }
}
