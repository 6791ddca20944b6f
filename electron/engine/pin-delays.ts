/** How long the next try must wait, for each name. Kept in memory: a restart takes longer than the first delays. */
export interface PinDelays {
  /** Milliseconds until the next try; 0: now. */
  waitMs(name: string): number
  noteWrong(name: string): void
  noteRight(name: string): void
}

/** A slip of the finger costs nothing; from the second wrong PIN on the wait doubles. */
const firstWaitMs = 1_000
const longestWaitMs = 300_000
const freeTries = 1

/** `monotonicMs` is a clock that nobody can set. */
export function createPinDelays(monotonicMs: () => number): PinDelays {
  const wrong = new Map<string, { count: number; untilMs: number }>()
  return {
    waitMs: (name) => Math.max(0, (wrong.get(name)?.untilMs ?? 0) - monotonicMs()),
    noteWrong(name) {
      const count = (wrong.get(name)?.count ?? 0) + 1
      const delayMs =
        count <= freeTries ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** (count - freeTries - 1))
      wrong.set(name, { count, untilMs: monotonicMs() + delayMs })
    },
    noteRight(name) {
      wrong.delete(name)
    },
  }
}
