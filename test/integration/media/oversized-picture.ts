import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import {
  ColorSpace,
  Density,
  DensityUnit,
  initializeImageMagick,
  MagickFormat,
  MagickImage,
  MagickImageCollection,
  MagickReadSettings,
} from '@imagemagick/magick-wasm'
import type { IMagickImage } from '@imagemagick/magick-wasm'

const wasm = createRequire(import.meta.url).resolve('@imagemagick/magick-wasm/magick.wasm')
const started = initializeImageMagick(readFileSync(wasm))

export interface OversizedPicture {
  readonly as: 'png' | 'jpg' | 'tiff' | 'gif'
  readonly widthPx: number
  readonly heightPx: number
  readonly pages?: number
  /** 16 bits for each colour, in place of 8. */
  readonly deep?: boolean
  readonly inks?: boolean
  readonly transparent?: boolean
  readonly dpi?: number
  readonly comment?: string
}

/** A picture of noise, which no encoder makes small, with a dark left half so that its sides can be told apart. */
export async function makeOversized(picture: OversizedPicture): Promise<Buffer> {
  await started
  const pages = MagickImageCollection.create()
  try {
    for (let page = 1; page <= (picture.pages ?? 1); page += 1) pages.push(makePage(picture, page))
    const format = {
      png: picture.deep === true ? MagickFormat.Png48 : MagickFormat.Png,
      jpg: MagickFormat.Jpeg,
      tiff: MagickFormat.Tiff,
      gif: MagickFormat.Gif,
    }[picture.as]
    return pages.write(format, (bytes) => Buffer.from(bytes))
  } finally {
    pages.dispose()
  }
}

function makePage(picture: OversizedPicture, seed: number): IMagickImage {
  const { widthPx, heightPx } = picture
  const format = picture.transparent === true ? MagickFormat.Rgba : MagickFormat.Rgb
  const settings = new MagickReadSettings({ format, width: widthPx, height: heightPx })
  settings.depth = 8
  const page = MagickImage.create()
  page.read(noise(picture, seed), settings)
  if (picture.inks === true) page.colorSpace = ColorSpace.CMYK
  if (picture.dpi !== undefined)
    page.density = new Density(picture.dpi, picture.dpi, DensityUnit.PixelsPerInch)
  if (picture.comment !== undefined) page.comment = picture.comment
  page.quality = 99
  return page
}

/** The same noise for the same seed. What is transparent is so in the left half. */
function noise({ widthPx, heightPx, transparent }: OversizedPicture, seed: number): Uint8Array {
  const channels = transparent === true ? 4 : 3
  const pixels = new Uint8Array(widthPx * heightPx * channels)
  let state = seed * 2_654_435_761
  for (let index = 0; index < pixels.length; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const isLeft = Math.floor(index / channels) % widthPx < widthPx / 2
    const isAlpha = channels === 4 && index % 4 === 3
    if (isAlpha) pixels[index] = isLeft ? 0 : 255
    else pixels[index] = (state >>> 24) / (isLeft ? 3 : 1)
  }
  return pixels
}

/** A JPEG with what a camera adds: how it was turned, as Exif numbers it, and where it was. */
export function withExif(jpeg: Uint8Array, orientation: number): Buffer {
  const tiff = Buffer.alloc(80)
  tiff.write('II*\0', 0, 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(2, 8)
  writeEntry(tiff, 10, 274, 3, 1, orientation)
  writeEntry(tiff, 22, 34_853, 4, 1, 38)
  tiff.writeUInt16LE(1, 38)
  // The latitude's hemisphere.
  writeEntry(tiff, 40, 1, 2, 2, 0x4e)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(2 + 6 + tiff.length)
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1]), length, Buffer.from('Exif\0\0', 'latin1'), tiff])
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)])
}

function writeEntry(tiff: Buffer, at: number, tag: number, type: number, count: number, value: number): void {
  tiff.writeUInt16LE(tag, at)
  tiff.writeUInt16LE(type, at + 2)
  tiff.writeUInt32LE(count, at + 4)
  tiff.writeUInt32LE(value, at + 8)
}

export interface PictureFacts {
  readonly widthPx: number
  readonly heightPx: number
  readonly isGrey: boolean
  readonly dpi: number
  readonly profiles: readonly string[]
  readonly comment: string | null
  readonly hasAlpha: boolean
  /** Mean lightness of the left and the right half, from 0 to 255. */
  readonly left: number
  readonly right: number
}

/** What a finished JPEG is like. */
export async function factsOf(jpeg: Uint8Array): Promise<PictureFacts> {
  await started
  const picture = MagickImage.create()
  try {
    picture.read(jpeg, new MagickReadSettings({ format: MagickFormat.Jpeg }))
    const { width, height } = picture
    const mean = (x: number): number =>
      picture.getPixels((pixels) => {
        const bytes = pixels.toByteArray(x, 0, Math.floor(width / 2), height, 'RGB') ?? new Uint8Array()
        return bytes.reduce((sum, value) => sum + value, 0) / bytes.length
      })
    return {
      widthPx: width,
      heightPx: height,
      isGrey: picture.colorSpace === ColorSpace.Gray,
      dpi: picture.density.x,
      profiles: picture.profileNames,
      comment: picture.comment,
      hasAlpha: picture.hasAlpha,
      left: mean(0),
      right: mean(Math.floor(width / 2)),
    }
  } finally {
    picture.dispose()
  }
}
