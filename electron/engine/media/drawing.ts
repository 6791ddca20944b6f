import {
  AlphaAction,
  ColorSpace,
  MagickColors,
  MagickFormat,
  MagickGeometry,
  MagickImage,
  MagickReadSettings,
  Orientation,
} from '@imagemagick/magick-wasm'
import type { IMagickImage } from '@imagemagick/magick-wasm'
import { DecoderRefused } from './decoder-job.ts'
import type { EmbeddedJpeg } from './embedded-jpeg.ts'
import { maxPixels } from './magick.ts'
import { checkPage, checkPages, usePages } from './pages.ts'

/** The longest side of a page, in pixels, by the number of pages: many pages must fit into memory together. */
function pageSidePx(pageCount: number): number {
  if (pageCount === 1) return 2_400
  return pageCount <= 4 ? 1_800 : 1_300
}

/**
 * A TIFF as one JPEG: the page of that number, from 1, or without one all pages, one below the other, so that none
 * is approved unseen.
 */
export function drawTiff(bytes: Buffer, page: number | null): Buffer {
  const format = MagickFormat.Tiff
  const settings =
    page === null
      ? new MagickReadSettings({ format })
      : new MagickReadSettings({ format, frameIndex: page - 1, frameCount: 1 })
  if (page === null) checkPages(bytes, settings)
  else checkPage(bytes, new MagickReadSettings({ format }), page - 1)
  return usePages(bytes, settings, (pages) => {
    for (const page of pages) prepare(page, pageSidePx(pages.length))
    const [only] = pages
    return pages.length === 1 && only ? encode(only) : pages.appendVertically(encode)
  })
}

/** A camera's raw file as one JPEG. */
export function drawRaw(bytes: Buffer, embedded: EmbeddedJpeg | undefined): Buffer {
  return useRawPicture(bytes, embedded, drawOne)
}

/** A JPEG that a camera embedded. */
export function drawJpeg(embedded: EmbeddedJpeg): Buffer {
  return useJpeg(embedded, Orientation.Undefined, drawOne)
}

function drawOne(picture: IMagickImage): Buffer {
  prepare(picture, pageSidePx(1))
  return encode(picture)
}

/**
 * What a camera's raw file shows: the developed picture that the camera embedded where that is large enough to judge
 * a scan by, otherwise the sensor's data. It is let go of when `work` is done.
 */
export function useRawPicture<Result>(
  bytes: Buffer,
  embedded: EmbeddedJpeg | undefined,
  work: (picture: IMagickImage) => Result,
): Result {
  const settings = new MagickReadSettings({ format: MagickFormat.Dng })
  const turn = readTurn(checkPages(bytes, settings))
  if (embedded && Math.max(embedded.widthPx, embedded.heightPx) >= 1_000) return useJpeg(embedded, turn, work)
  return usePages(bytes, settings, ([picture]) => {
    if (picture === undefined) throw new DecoderRefused('undecodable')
    picture.orientation = turn
    return work(picture)
  })
}

/** `turn` holds where the JPEG itself does not say how it is turned. */
function useJpeg<Result>(
  embedded: EmbeddedJpeg,
  turn: Orientation,
  work: (picture: IMagickImage) => Result,
): Result {
  if (embedded.widthPx * embedded.heightPx > maxPixels) throw new DecoderRefused('too_large')
  const picture = MagickImage.create()
  try {
    picture.read(embedded.bytes, new MagickReadSettings({ format: MagickFormat.Jpeg }))
    if (picture.orientation === Orientation.Undefined) picture.orientation = turn
    return work(picture)
  } finally {
    picture.dispose()
  }
}

/** LibRaw says 5 for a quarter turn to the left, which the Exif standard and ImageMagick call 8. */
function readTurn(orientation: Orientation): Orientation {
  return orientation === Orientation.LeftTop ? Orientation.LeftBottom : orientation
}

/** Upright, small enough, opaque, in colours that a screen shows, and without what the camera knew of the place. */
function prepare(picture: IMagickImage, sidePx: number): void {
  picture.autoOrient()
  const bounds = new MagickGeometry(sidePx, sidePx)
  bounds.greater = true
  picture.resize(bounds)
  if (picture.hasAlpha) {
    picture.backgroundColor = MagickColors.White
    picture.alpha(AlphaAction.Remove)
  }
  // A profile for other inks would be wrong for the colours that come next.
  const keepsProfile = picture.colorSpace === ColorSpace.sRGB
  picture.colorSpace = ColorSpace.sRGB
  for (const name of picture.profileNames) {
    if (name !== 'icc' || !keepsProfile) picture.removeProfile(name)
  }
}

function encode(picture: IMagickImage): Buffer {
  picture.quality = 90
  // The bytes are gone after the callback: they belong to WebAssembly's memory.
  return picture.write(MagickFormat.Jpeg, (bytes) => Buffer.from(bytes))
}
