/** How strongly a picture is made smaller: the two things that a search may change. */
export interface Strength {
  readonly quality: number
  /** In percent of width and height. */
  readonly scalePercent: number
}

/** More than this looks no better and costs bytes. */
const bestQuality = 92
/** Below this, small print gets a halo: a smaller picture is read more easily. */
const leastQuality = 70
const firstQuality = 82
/** What a smaller scale is tried with. */
const scaledQuality = 82
const leastScalePercent = 10

/** A picture in which nothing can be found out by fewer tries is not worth more of them. */
const stepsOfQuality = 2
const stepsOfScale = 5

/**
 * The least loss that is no larger than `targetBytes`: full size with the best quality that fits, from 92 down to 70,
 * else the largest scale that fits. `measure` encodes and gives the size in bytes; it is asked ten times at most. Null
 * when nothing fits.
 */
export function findStrength(targetBytes: number, measure: (strength: Strength) => number): Strength | null {
  const full = (quality: number): Strength => ({ quality, scalePercent: 100 })
  const fits = (strength: Strength): boolean => measure(strength) <= targetBytes

  if (fits(full(firstQuality))) {
    if (fits(full(bestQuality))) return full(bestQuality)
    return full(bisect(firstQuality, bestQuality, stepsOfQuality, (quality) => fits(full(quality))))
  }
  const leastBytes = measure(full(leastQuality))
  if (leastBytes <= targetBytes) {
    return full(bisect(leastQuality, firstQuality, stepsOfQuality, (quality) => fits(full(quality))))
  }
  return findScale(targetBytes, leastBytes, measure)
}

/** The bytes of a JPEG grow nearly with its area, so that the first guess is close and each further one closer. */
function findScale(
  targetBytes: number,
  fullBytes: number,
  measure: (strength: Strength) => number,
): Strength | null {
  const scaled = (scalePercent: number): Strength => ({ quality: scaledQuality, scalePercent })
  let fitting: number | null = null
  let [tooLarge, tooLargeBytes] = [100, fullBytes]
  for (let step = 0; step < stepsOfScale; step += 1) {
    const guess = Math.floor(tooLarge * Math.sqrt(targetBytes / tooLargeBytes))
    const next = Math.max(leastScalePercent, Math.min(guess, tooLarge - 1))
    const scalePercent: number = fitting === null ? next : Math.floor((fitting + tooLarge) / 2)
    if (scalePercent === fitting) break
    const bytes = measure(scaled(scalePercent))
    if (bytes <= targetBytes) fitting = scalePercent
    else [tooLarge, tooLargeBytes] = [scalePercent, bytes]
    // A picture that uses its room well needs no closer one.
    if (bytes <= targetBytes && bytes >= targetBytes * 0.92) break
    if (scalePercent === leastScalePercent && fitting === null) return null
  }
  return fitting === null ? null : scaled(fitting)
}

/** The largest value that is known to fit, between one that fits and one that does not. */
function bisect(fitting: number, tooLarge: number, steps: number, fits: (value: number) => boolean): number {
  let [low, high] = [fitting, tooLarge]
  for (let step = 0; step < steps && high - low > 1; step += 1) {
    const middle = Math.floor((low + high) / 2)
    if (fits(middle)) low = middle
    else high = middle
  }
  return low
}
