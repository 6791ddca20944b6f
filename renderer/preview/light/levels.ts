/** What of a picture's tones is shown: everything up to `black` as black, from `white` on as white. Shares of 1. */
export interface TonePoints {
  readonly black: number
  readonly white: number
}

/** How many pixels have each of 256 tones. */
export type Histogram = readonly number[]

/** Fewer pixels than this are specks and glare. */
const ignoredShare = 0.004
/** Where so much of the picture has nearly one light tone, that tone is its paper. */
const paperShare = 0.5
const paperSpread = 10
const lightFrom = 128
/** A blank page must not become a picture of its noise. */
const smallestRange = 0.1
/** Nothing to gain: the tones span all but this. */
const idleRange = 0.94

/** The histogram of pixels as a canvas gives them: four bytes each, red, green, blue, alpha. */
export function histogramOf(rgba: Uint8ClampedArray): Histogram {
  const counts = new Array<number>(256).fill(0)
  for (let index = 0; index + 3 < rgba.length; index += 4) {
    // Rec. 601: how light the eye finds each colour.
    const tone = 0.299 * (rgba[index] ?? 0) + 0.587 * (rgba[index + 1] ?? 0) + 0.114 * (rgba[index + 2] ?? 0)
    const step = Math.round(tone)
    counts[step] = (counts[step] ?? 0) + 1
  }
  return counts
}

/** The points that make a faint scan readable; null where they would change nothing to speak of. */
export function autoPoints(histogram: Histogram): TonePoints | null {
  const total = histogram.reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  const darkest = toneBelow(histogram, total * ignoredShare)
  const lightest = paperTone(histogram, total) ?? toneBelow(histogram, total * (1 - ignoredShare))
  const black = darkest / 255
  const white = Math.max(lightest / 255, black)
  if (white - black >= idleRange) return null
  const missing = Math.max(0, smallestRange - (white - black)) / 2
  const from = Math.min(Math.max(black - missing, 0), 1 - smallestRange)
  return { black: from, white: Math.max(Math.min(white + missing, 1), from + smallestRange) }
}

/** The tone below which `count` pixels lie. */
function toneBelow(histogram: Histogram, count: number): number {
  let sum = 0
  for (const [tone, pixels] of histogram.entries()) {
    sum += pixels
    if (sum > count) return tone
  }
  return 255
}

function paperTone(histogram: Histogram, total: number): number | null {
  const tone = histogram.indexOf(Math.max(...histogram))
  const around = histogram.slice(Math.max(tone - paperSpread, 0), tone + paperSpread + 1)
  const share = around.reduce((sum, count) => sum + count, 0) / total
  return tone >= lightFrom && share >= paperShare ? tone : null
}

/**
 * The CSS filter that shows a picture with these levels; undefined where they change nothing, because every filter
 * costs something. `brightness` and `contrast` are percent, 100 changes nothing.
 */
export function levelsFilter(
  brightness: number,
  contrast: number,
  points: TonePoints | null,
): string | undefined {
  const steps: string[] = []
  if (points !== null) {
    // brightness(1 / (white + black)), then contrast about the middle, maps black to 0 and white to 1.
    const { black, white } = points
    steps.push(`brightness(${ratio(1 / (white + black))})`)
    steps.push(`contrast(${ratio((white + black) / (white - black))})`)
  }
  if (brightness !== 100) steps.push(`brightness(${ratio(brightness / 100)})`)
  if (contrast !== 100) steps.push(`contrast(${ratio(contrast / 100)})`)
  return steps.length === 0 ? undefined : steps.join(' ')
}

function ratio(value: number): string {
  return String(Number(value.toFixed(4)))
}
