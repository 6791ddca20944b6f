/** What follows when the engine's process has ended. */
export interface RestartDecision {
  readonly delayMs: number
  /** False while a person need not be told more than that it is being restarted. */
  readonly isFailed: boolean
  /** How often it ended in a row without being healthy in between. */
  readonly quickEnds: number
}

const delaysMs = [300, 1_000, 3_000, 10_000]
const healthyAfterMs = 60_000
const maxQuickEnds = 5
const failedDelayMs = 60_000
const refusedDelayMs = 15_000

/** Decides after an unexpected end. `ranMs` is how long the process had been ready; 0 if it never was. */
export function decideRestart(quickEndsBefore: number, ranMs: number): RestartDecision {
  const quickEnds = ranMs >= healthyAfterMs ? 1 : quickEndsBefore + 1
  if (quickEnds >= maxQuickEnds) return { delayMs: failedDelayMs, isFailed: true, quickEnds }
  return { delayMs: delaysMs[quickEnds - 1] ?? failedDelayMs, isFailed: false, quickEnds }
}

/** Decides after an engine said why it cannot start: only the world outside can change that. */
export function decideAfterRefusal(): RestartDecision {
  return { delayMs: refusedDelayMs, isFailed: true, quickEnds: 0 }
}
