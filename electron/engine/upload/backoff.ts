export interface BackoffStep {
  /** 1 after the first attempt. */
  readonly attempt: number
  readonly baseMs: number
  readonly maxMs: number
  /** A number in [0, 1). */
  readonly random: () => number
}

/**
 * The wait before the next attempt, in milliseconds. Its ceiling doubles with each attempt up to `maxMs`; the wait
 * is drawn evenly between half of `baseMs` and that ceiling, so that many clients do not come back together.
 */
export function nextDelayMs({ attempt, baseMs, maxMs, random }: BackoffStep): number {
  const ceilingMs = Math.min(maxMs, baseMs * 2 ** (attempt - 1))
  const floorMs = Math.min(baseMs, ceilingMs) / 2
  return Math.round(floorMs + random() * (ceilingMs - floorMs))
}
