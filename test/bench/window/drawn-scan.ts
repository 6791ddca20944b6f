import { deflateSync } from 'node:zlib'
import type { Page } from '@playwright/test'

export interface Paper {
  readonly widthPx: number
  readonly heightPx: number
  /** How much of the ink the paper shows, from 0 to 1. */
  readonly inkShare: number
  /** Of the scanner, in steps of a colour's 255. */
  readonly noise: number
  /** Of the JPEG, from 0 to 1. */
  readonly quality: number
}

/** A4 at 150, 200, 250 and 300 dots per inch, with as much of the scanner's noise as makes a file of 1 to 5 MB. */
export const papers: readonly Paper[] = [
  { widthPx: 1_240, heightPx: 1_754, inkShare: 1, noise: 28, quality: 0.92 },
  { widthPx: 1_654, heightPx: 2_339, inkShare: 1, noise: 24, quality: 0.9 },
  { widthPx: 2_067, heightPx: 2_923, inkShare: 1, noise: 16, quality: 0.9 },
  { widthPx: 2_480, heightPx: 3_508, inkShare: 1, noise: 14, quality: 0.9 },
]

/** Too pale to be read as it is. */
export const faintPaper: Paper = { widthPx: 1_654, heightPx: 2_339, inkShare: 0.08, noise: 8, quality: 0.9 }

/** Lets Chromium draw one colour JPEG of each paper. */
export async function drawScans(page: Page, drawn: readonly Paper[] = papers): Promise<readonly Buffer[]> {
  const scans: Buffer[] = []
  for (const paper of drawn) scans.push(Buffer.from(await page.evaluate(drawScan, paper), 'base64'))
  return scans
}

/** Runs in the window: text on paper, a photograph, and noise over both. Returns a JPEG in base 64. */
async function drawScan({ widthPx, heightPx, inkShare, noise, quality }: Paper): Promise<string> {
  const canvas = new OffscreenCanvas(widthPx, heightPx)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('There is no canvas.')
  context.fillStyle = '#e9e6dc'
  context.fillRect(0, 0, widthPx, heightPx)
  context.globalAlpha = inkShare
  const photo = context.createLinearGradient(0, 0, widthPx / 3, heightPx / 4)
  photo.addColorStop(0, '#2f5d7c')
  photo.addColorStop(1, '#c98f6a')
  context.fillStyle = photo
  context.fillRect(widthPx / 12, heightPx / 16, widthPx / 3, heightPx / 4)
  context.fillStyle = '#26262c'
  context.font = `${Math.round(heightPx / 90)}px sans-serif`
  for (let line = 0; line < 40; line += 1) {
    context.fillText(
      `${line} Surname, given names, date of birth`,
      widthPx / 12,
      heightPx * (0.36 + line * 0.015),
    )
  }
  const pixels = context.getImageData(0, 0, widthPx, heightPx)
  let random = widthPx
  for (let index = 0; index < pixels.data.length; index += 1) {
    if (index % 4 === 3) continue
    random = (random * 1_664_525 + 1_013_904_223) % 4_294_967_296
    pixels.data[index] = (pixels.data[index] ?? 0) + (random / 4_294_967_296 - 0.5) * 2 * noise
  }
  context.putImageData(pixels, 0, 0)
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality })
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  for (let start = 0; start < bytes.length; start += 32_768) {
    text += String.fromCharCode(...bytes.subarray(start, start + 32_768))
  }
  return btoa(text)
}

const tags = { width: 256, height: 257, bits: 258, compression: 259, photometric: 262, strip: 273 } as const
const moreTags = { samples: 277, rows: 278, stripLength: 279 } as const
const deflate = 8

/** A grey TIFF of several pages of lines, each page one strip, as document scanners write them. */
export function tiffOfPages(pageCount: number): Buffer {
  const [width, height] = [1_654, 2_339]
  const parts: Buffer[] = [Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0])]
  let at = 8
  for (let page = 1; page <= pageCount; page += 1) {
    const strip = deflateSync(greyPage(width, height, page))
    const fields: readonly (readonly [tag: number, value: number])[] = [
      [tags.width, width],
      [tags.height, height],
      [tags.bits, 8],
      [tags.compression, deflate],
      [tags.photometric, 1],
      [tags.strip, 0],
      [moreTags.samples, 1],
      [moreTags.rows, height],
      [moreTags.stripLength, strip.length],
    ]
    const directory = Buffer.alloc(2 + fields.length * 12 + 4)
    const stripAt = at + directory.length
    const next = stripAt + strip.length + (strip.length % 2)
    directory.writeUInt16LE(fields.length, 0)
    for (const [index, [tag, value]] of fields.entries()) {
      const field = 2 + index * 12
      directory.writeUInt16LE(tag, field)
      directory.writeUInt16LE(4, field + 2)
      directory.writeUInt32LE(1, field + 4)
      directory.writeUInt32LE(tag === tags.strip ? stripAt : value, field + 8)
    }
    directory.writeUInt32LE(page === pageCount ? 0 : next, directory.length - 4)
    parts.push(directory, strip, Buffer.alloc(strip.length % 2))
    at = next
  }
  return Buffer.concat(parts)
}

/** Dark lines on light paper; each page has one line more than the page before it. */
function greyPage(width: number, height: number, page: number): Buffer {
  const pixels = Buffer.alloc(width * height, 236)
  for (let line = 0; line < 20 + page; line += 1) {
    const top = 200 + line * 80
    const length = width - 400 - ((line * 97) % 500)
    for (let row = top; row < top + 14; row += 1)
      pixels.fill(40, row * width + 200, row * width + 200 + length)
  }
  return pixels
}
