import { findMarks } from './connected-marks.ts'

/** A page's pixels, three bytes each: red, green, blue. */
export interface Sheet {
  readonly rgb: Uint8Array
  readonly widthPx: number
  readonly heightPx: number
}

/** What stands on a page, measured against its own background. */
export interface SheetMarks {
  /** The share of the longer side that the longest connected mark spans. */
  readonly longestShare: number
  /** The share of the area that marks cover, without single pixels: those are noise. */
  readonly markedShare: number
  /** How far pixels usually lie from their background, in steps of 256. */
  readonly noise: number
  /** How far the lightest and the darkest part of the background lie apart, in steps of 256. */
  readonly spread: number
}

/**
 * The longer side that pages are reduced to before they are measured: on A4, 0.3 mm for each pixel. A pencil's line
 * is still as wide as one, and the noise of most scanners is averaged away.
 */
export const measuredSidePx = 1_000

/** A page's edge shows shadows and holes, and no text: 4 mm of A4. */
const edgeShare = 0.02

/** The background at a pixel is the mean of so many pixels to every side of it. */
const backgroundRadiusPx = 12

/** A pixel stands out when it lies this far from its background: in shares of the noise, and at least in steps. */
const noiseFactor = 4
const minContrast = 6

/** Smaller marks are counted as noise, whatever their contrast. */
const minMarkPx = 4

/** 2 mm of A4: no letter and no stroke of a pen is shorter, a speck of dust is. */
const maxSpeckShare = 0.0065
/** Sixty specks of dust cover half of that, one line of small print more. */
const maxSpecksShare = 0.001
/** More noise than any sensor's: the picture is one texture from edge to edge. */
const maxNoise = 5
/** A photographed sheet is shaded by a third of the scale. More than that is a blurred picture of something. */
const maxSpread = 110

/** True when no line, letter or edge stands on a page. Shading, noise and specks of dust do not count. */
export function isBlankSheet({ longestShare, markedShare, noise, spread }: SheetMarks): boolean {
  return (
    longestShare <= maxSpeckShare && markedShare <= maxSpecksShare && noise <= maxNoise && spread <= maxSpread
  )
}

/** Measures how a page differs from its background, each colour by itself. Takes time by the number of pixels. */
export function measureSheet(sheet: Sheet): SheetMarks {
  const { widthPx, heightPx } = sheet
  const area = innerArea(sheet)
  const contrast = new Uint8Array(widthPx * heightPx)
  let spread = 0
  for (let colour = 0; colour < 3; colour += 1) {
    spread = Math.max(spread, addContrast(sheet, colour, area, contrast))
  }
  const noise = typicalContrast(contrast, widthPx, area)
  const threshold = Math.max(minContrast, noiseFactor * noise)
  const isMark = contrast.map((value) => (value > threshold ? 1 : 0))
  const marks = findMarks(isMark, widthPx).filter(({ pixelCount }) => pixelCount >= minMarkPx)
  const longestPx = marks.reduce((longest, { lengthPx }) => Math.max(longest, lengthPx), 0)
  const markedPx = marks.reduce((sum, { pixelCount }) => sum + pixelCount, 0)
  const areaPx = (area.right - area.left) * (area.bottom - area.top)
  return {
    longestShare: longestPx / Math.max(widthPx, heightPx),
    markedShare: markedPx / areaPx,
    noise,
    spread,
  }
}

interface Area {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

function innerArea({ widthPx, heightPx }: Sheet): Area {
  const edge = Math.round(edgeShare * Math.max(widthPx, heightPx))
  return { left: edge, top: edge, right: widthPx - edge, bottom: heightPx - edge }
}

/** Raises each pixel's contrast to that of one colour, and returns the spread of that colour's background. */
function addContrast({ rgb, widthPx, heightPx }: Sheet, colour: number, area: Area, contrast: Uint8Array) {
  const plane = new Float32Array(widthPx * heightPx)
  for (let index = 0; index < plane.length; index += 1) plane[index] = rgb[3 * index + colour] ?? 0
  const rows = meanAlong(plane, { length: widthPx, step: 1, lines: heightPx, lineStep: widthPx })
  const background = meanAlong(rows, { length: heightPx, step: widthPx, lines: widthPx, lineStep: 1 })
  let [lightest, darkest] = [0, 255]
  for (let y = area.top; y < area.bottom; y += 1) {
    for (let index = y * widthPx + area.left; index < y * widthPx + area.right; index += 1) {
      const ground = background[index] ?? 0
      lightest = Math.max(lightest, ground)
      darkest = Math.min(darkest, ground)
      const difference = Math.round(Math.abs((plane[index] ?? 0) - ground))
      if (difference > (contrast[index] ?? 0)) contrast[index] = difference
    }
  }
  return Math.max(0, lightest - darkest)
}

interface Direction {
  /** Pixels of one line, and how far they lie apart in the plane. */
  readonly length: number
  readonly step: number
  readonly lines: number
  readonly lineStep: number
}

/** The mean around each pixel along one direction; at its ends a line goes on with its last pixel. */
function meanAlong(plane: Float32Array, { length, step, lines, lineStep }: Direction): Float32Array {
  const means = new Float32Array(plane.length)
  const radius = Math.min(backgroundRadiusPx, length - 1)
  for (let line = 0; line < lines; line += 1) {
    const start = line * lineStep
    const at = (position: number): number =>
      plane[start + Math.min(Math.max(position, 0), length - 1) * step] ?? 0
    let sum = 0
    for (let position = -radius; position <= radius; position += 1) sum += at(position)
    for (let position = 0; position < length; position += 1) {
      means[start + position * step] = sum / (2 * radius + 1)
      sum += at(position + radius + 1) - at(position - radius)
    }
  }
  return means
}

/** Half of all pixels differ less from the background, times what makes that a standard deviation. */
function typicalContrast(contrast: Uint8Array, widthPx: number, area: Area): number {
  const counts = new Uint32Array(256)
  let total = 0
  for (let y = area.top; y < area.bottom; y += 1) {
    for (let x = area.left; x < area.right; x += 1) {
      const value = contrast[y * widthPx + x] ?? 0
      counts[value] = (counts[value] ?? 0) + 1
      total += 1
    }
  }
  // Steps are whole numbers: where the half is reached within a step, the part of it counts.
  let below = 0
  for (let value = 0; value < 256; value += 1) {
    const count = counts[value] ?? 0
    if (below + count >= total / 2) {
      return 1.4826 * Math.max(0, value - 0.5 + (total / 2 - below) / Math.max(count, 1))
    }
    below += count
  }
  return 0
}
