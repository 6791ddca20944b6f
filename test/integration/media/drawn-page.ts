import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import {
  CompressionMethod,
  initializeImageMagick,
  MagickFormat,
  MagickImage,
  MagickImageCollection,
  MagickReadSettings,
} from '@imagemagick/magick-wasm'
import type { IMagickImage } from '@imagemagick/magick-wasm'

/** A4 at 200 dpi. */
const widthPx = 1_654
const heightPx = 2_339

type Colour = readonly [number, number, number]
type Point = readonly [number, number]

/** What is drawn with one pen: lines through points, in pixels. */
export interface Strokes {
  readonly lines: readonly (readonly Point[])[]
  readonly colour: Colour
  readonly thicknessPx: number
}

export interface DrawnPage {
  readonly paper?: Colour
  /** How much darker the paper is at the far corner, in steps of 256. */
  readonly shading?: number
  /** A scanner's noise, as its standard deviation in steps of 256. */
  readonly noise?: number
  readonly strokes?: readonly Strokes[]
}

export type Encoding =
  | { readonly as: 'jpg'; readonly quality: number }
  | { readonly as: 'png' }
  | { readonly as: 'tiff'; readonly compression: 'Group4' | 'LZW' | 'NoCompression' | 'JPEG' }

/** Draws pages and encodes them as a scanner would: several pages as one TIFF. */
export async function drawPages(pages: readonly DrawnPage[], encoding: Encoding): Promise<Buffer> {
  await started
  const images = MagickImageCollection.create()
  try {
    for (const page of pages) images.push(toImage(pixelsOf(page)))
    for (const image of images) prepare(image, encoding)
    const format = { jpg: MagickFormat.Jpeg, png: MagickFormat.Png, tiff: MagickFormat.Tiff }[encoding.as]
    return images.write(format, (bytes) => Buffer.from(bytes))
  } finally {
    images.dispose()
  }
}

const wasm = createRequire(import.meta.url).resolve('@imagemagick/magick-wasm/magick.wasm')
const started = initializeImageMagick(readFileSync(wasm))

function toImage(rgb: Uint8Array): IMagickImage {
  const settings = new MagickReadSettings({ format: MagickFormat.Rgb, width: widthPx, height: heightPx })
  settings.depth = 8
  return MagickImage.create(rgb, settings)
}

function prepare(image: IMagickImage, encoding: Encoding): void {
  if (encoding.as === 'jpg') image.quality = encoding.quality
  if (encoding.as === 'tiff') image.setCompression(CompressionMethod[encoding.compression])
}

function pixelsOf({ paper = [247, 246, 242], shading = 0, noise = 0, strokes = [] }: DrawnPage): Uint8Array {
  const rgb = new Uint8ClampedArray(widthPx * heightPx * 3)
  const grain = noise === 0 ? [0] : grainOf(noise)
  const [red, green, blue] = paper
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      const shade = (shading * (x + y)) / (widthPx + heightPx)
      const light = (grain[(x * 7_919 + y * 104_729) % grain.length] ?? 0) - shade
      const at = (y * widthPx + x) * 3
      rgb[at] = red + light
      rgb[at + 1] = green + light
      rgb[at + 2] = blue + light
    }
  }
  for (const pen of strokes) for (const line of pen.lines) drawLine(rgb, line, pen)
  return new Uint8Array(rgb.buffer)
}

/** The same numbers in every run: a linear congruential generator through a sum of twelve, which is nearly normal. */
function grainOf(noise: number): number[] {
  let state = 12_345
  const next = (): number => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31
  return Array.from({ length: 99_991 }, () => {
    let sum = -6
    for (let count = 0; count < 12; count += 1) sum += next()
    return sum * noise
  })
}

function drawLine(rgb: Uint8ClampedArray, points: readonly Point[], { colour, thicknessPx }: Strokes): void {
  for (const [index, [toX, toY]] of points.entries()) {
    const [fromX, fromY] = points[Math.max(0, index - 1)] ?? [toX, toY]
    const steps = Math.max(1, Math.ceil(Math.hypot(toX - fromX, toY - fromY)))
    for (let step = 0; step <= steps; step += 1) {
      const share = step / steps
      drawDot(rgb, fromX + (toX - fromX) * share, fromY + (toY - fromY) * share, colour, thicknessPx)
    }
  }
}

function drawDot(
  rgb: Uint8ClampedArray,
  centreX: number,
  centreY: number,
  colour: Colour,
  sizePx: number,
): void {
  const [left, top] = [Math.round(centreX - sizePx / 2), Math.round(centreY - sizePx / 2)]
  for (let y = top; y < top + sizePx; y += 1) {
    for (let x = left; x < left + sizePx; x += 1) rgb.set(colour, (y * widthPx + x) * 3)
  }
}

/** The segments of a pocket calculator's digits, by their corners in a cell of 1 by 2. */
const segments: Readonly<Record<string, readonly [Point, Point]>> = {
  a: [
    [0, 0],
    [1, 0],
  ],
  b: [
    [1, 0],
    [1, 1],
  ],
  c: [
    [1, 1],
    [1, 2],
  ],
  d: [
    [0, 2],
    [1, 2],
  ],
  e: [
    [0, 1],
    [0, 2],
  ],
  f: [
    [0, 0],
    [0, 1],
  ],
  g: [
    [0, 1],
    [1, 1],
  ],
}
const digits = ['abcdef', 'bc', 'abdeg', 'abcdg', 'bcfg', 'acdfg', 'acdefg', 'abc', 'abcdefg', 'abcdfg']

/** A line of digits whose left upper corner is at a point; `heightPx` is that of one digit. */
export function digitLines(text: string, [left, top]: Point, digitHeightPx: number): Point[][] {
  const unit = digitHeightPx / 2
  return [...text].flatMap((digit, position) =>
    [...(digits[Number(digit)] ?? '')].flatMap((name) => {
      const ends = segments[name]
      return ends === undefined
        ? []
        : [ends.map(([x, y]): Point => [left + (position * 1.6 + x) * unit, top + y * unit])]
    }),
  )
}

/** A signature of so many pixels. */
export function signatureLine([left, top]: Point, lengthPx: number): Point[] {
  return Array.from({ length: 80 }, (_, index): Point => {
    const share = index / 79
    return [left + lengthPx * share, top + lengthPx * 0.12 * Math.sin(share * 19) * (1.2 - share)]
  })
}

/** Specks of dust, one to three pixels wide. */
export function dust(count: number): Strokes[] {
  return [1, 2, 3].map((thicknessPx) => ({
    thicknessPx,
    colour: [40, 40, 40],
    lines: Array.from({ length: Math.ceil(count / 3) }, (_, index): Point[] => [
      [
        60 + ((index * 1_277 + thicknessPx * 331) % 1_500),
        60 + ((index * 3_571 + thicknessPx * 733) % 2_200),
      ],
    ]),
  }))
}
