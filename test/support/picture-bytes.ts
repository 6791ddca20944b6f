import { deflateSync } from 'node:zlib'
import { pngChunk, pngSignature } from './scan-bytes.ts'

export type Colour = readonly [red: number, green: number, blue: number]

export const red: Colour = [220, 40, 40]
export const green: Colour = [40, 170, 60]
export const blue: Colour = [40, 70, 210]
export const yellow: Colour = [235, 200, 40]

/** The corners of a picture that is cut into quarters, each with a colour of its own. */
export interface Quarters {
  readonly leftTop: Colour
  readonly rightTop: Colour
  readonly leftBottom: Colour
  readonly rightBottom: Colour
}

/** Four colours that no turn, mirror or light can take for one another. */
export const brightQuarters: Quarters = {
  leftTop: red,
  rightTop: green,
  leftBottom: blue,
  rightBottom: yellow,
}

interface SizePx {
  readonly widthPx: number
  readonly heightPx: number
}

/** A valid PNG of four quarters; `seed` makes its content, and so its hash, different from every other. */
export function quarteredPng(seed: string, size: SizePx, quarters = brightQuarters): Buffer {
  const { leftTop, rightTop, leftBottom, rightBottom } = quarters
  const line = (left: number, right: number): number[] =>
    Array.from({ length: size.widthPx }, (_, x) => (x < size.widthPx / 2 ? left : right))
  const [upper, lower] = [line(0, 1), line(2, 3)]
  const colours = [leftTop, rightTop, leftBottom, rightBottom]
  return linedPng(seed, size, colours, (y) => (y < size.heightPx / 2 ? upper : lower))
}

/** A valid PNG of lines as fine as small print: two of five rows are black, the others white. */
export function finePrintPng(seed: string, size: SizePx): Buffer {
  const line = (colour: number): number[] => Array.from({ length: size.widthPx }, () => colour)
  const [ink, paper] = [line(0), line(1)]
  const colours: Colour[] = [
    [0, 0, 0],
    [255, 255, 255],
  ]
  return linedPng(seed, size, colours, (y) => (y % 5 < 2 ? ink : paper))
}

function linedPng(
  seed: string,
  { widthPx, heightPx }: SizePx,
  colours: readonly Colour[],
  lineAt: (y: number) => readonly number[],
): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(widthPx, 0)
  header.writeUInt32BE(heightPx, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const lines = Array.from({ length: heightPx }, (_, y) => Buffer.from([0, ...lineAt(y)]))
  return Buffer.concat([
    pngSignature,
    pngChunk('IHDR', header),
    pngChunk('PLTE', Buffer.from(colours.flat())),
    pngChunk('tEXt', Buffer.from(`Comment\0${seed}`)),
    pngChunk('IDAT', deflateSync(Buffer.concat(lines))),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

/** A valid PDF whose pages, A4, are each filled with one colour. */
export function colouredPdf(colours: readonly Colour[]): Buffer {
  return pdfOf(
    colours.map((colour) => `${colour.map((part) => (part / 255).toFixed(3)).join(' ')} rg 0 0 595 842 re f`),
  )
}

/** A valid PDF of one page that takes a drawing program hours: each of its forms draws the next one many times. */
export function endlessPdf(): Buffer {
  const depth = 12
  const forms = Array.from({ length: depth }, (_, level) => {
    const content = level === depth - 1 ? '0 0 9 9 re f' : `/Next Do `.repeat(30)
    const next = level === depth - 1 ? '' : ` /XObject << /Next ${String(5 + level + 1)} 0 R >>`
    const head = `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources <<${next} >>`
    return `<< ${head} /Length ${String(content.length)} >>\nstream\n${content}\nendstream`
  })
  return pdfOf(['/First Do'], '/XObject << /First 5 0 R >>', forms)
}

/** Objects 1 and 2 are the catalogue and the pages' list, then two for each page, then the further ones. */
function pdfOf(contents: readonly string[], resources = '', further: readonly string[] = []): Buffer {
  const pages = contents.map((_, index) => `${String(3 + index * 2)} 0 R`)
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${String(contents.length)} /Kids [${pages.join(' ')}] >>`,
    ...contents.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << ${resources} >> /Contents ${String(4 + index * 2)} 0 R >>`,
      `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
    ]),
    ...further,
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = text.length
    text += `${String(index + 1)} 0 obj\n${object}\nendobj\n`
    return place
  })
  const count = String(objects.length + 1)
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `${text}xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${String(text.length)}\n%%EOF\n`,
    'latin1',
  )
}

const [tiffWidthPx, tiffHeightPx] = [300, 400]
const tiffEntries = 8

/** A valid TIFF whose pages are each filled with one colour. */
export function colouredTiff(colours: readonly Colour[]): Buffer {
  const head = Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0])
  const pixelBytes = tiffWidthPx * tiffHeightPx * 3
  const directoryBytes = 2 + tiffEntries * 12 + 4
  const pageBytes = directoryBytes + 6 + pixelBytes
  const pages = colours.map((colour, index) => {
    const start = head.length + index * pageBytes
    const page = Buffer.alloc(pageBytes)
    const bitsAt = start + directoryBytes
    const entries: readonly (readonly [tag: number, type: number, count: number, value: number])[] = [
      [256, 4, 1, tiffWidthPx],
      [257, 4, 1, tiffHeightPx],
      [258, 3, 3, bitsAt],
      [262, 3, 1, 2],
      [273, 4, 1, bitsAt + 6],
      [277, 3, 1, 3],
      [278, 4, 1, tiffHeightPx],
      [279, 4, 1, pixelBytes],
    ]
    page.writeUInt16LE(entries.length, 0)
    for (const [number, [tag, type, count, value]] of entries.entries()) {
      const at = 2 + number * 12
      page.writeUInt16LE(tag, at)
      page.writeUInt16LE(type, at + 2)
      page.writeUInt32LE(count, at + 4)
      page.writeUInt32LE(value, at + 8)
    }
    page.writeUInt32LE(index === colours.length - 1 ? 0 : start + pageBytes, directoryBytes - 4)
    for (const part of [0, 2, 4]) page.writeUInt16LE(8, directoryBytes + part)
    for (let at = directoryBytes + 6; at < pageBytes; at += 3) page.set(colour, at)
    return page
  })
  return Buffer.concat([head, ...pages])
}
