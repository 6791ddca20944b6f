const slowest = 1
const fastest = 240

/** One frame as the player told it. */
export interface PresentedFrame {
  /** Where it stands in the video. */
  readonly mediaTimeS: number
  /** How many frames were presented so far. */
  readonly count: number
}

/**
 * The frames per second that lie between two presented frames; null where they tell nothing, because the person
 * jumped or frames were left out.
 */
export function frameRateBetween(before: PresentedFrame, after: PresentedFrame): number | null {
  const passedS = after.mediaTimeS - before.mediaTimeS
  if (after.count - before.count !== 1 || passedS <= 0) return null
  const rate = 1 / passedS
  return rate < slowest || rate > fastest ? null : rate
}

/** `3.04` -> `0:03.04`; hours only where there are some. */
export function formatVideoTime(timeS: number): string {
  const hundredths = Math.max(0, Math.floor(timeS * 100 + 1e-6))
  const seconds = Math.floor(hundredths / 100)
  const two = (value: number): string => String(value).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  const clock = `${two(seconds % 60)}.${two(hundredths % 100)}`
  return minutes < 60 ? `${minutes}:${clock}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${clock}`
}
