import { setTimeout as wait } from 'node:timers/promises'

/** Time as the simulator sees it. Tests hand in their own. */
export type SandboxClock = {
  /** Milliseconds since 1970. */
  nowMs(): number
  /** Resolves after `delayMs`; rejects as soon as `signal` aborts. */
  wait(delayMs: number, signal: AbortSignal): Promise<void>
}

export const systemClock: SandboxClock = {
  nowMs: () => Date.now(),
  wait: (delayMs, signal) => wait(delayMs, undefined, { signal }),
}
