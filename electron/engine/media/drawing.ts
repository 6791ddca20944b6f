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
import { checkPages, usePages } from './pages.ts'

/** The longest side of a page, in pixels, by the number of pages: many pages must fit into memory together. */
function pageSidePx(pageCount: number): number {
  if (pageCount === 1) return 2_400
  return pageCount <= 4 ? 1_800 : 1_300
}

/** A TIFF as one JPEG. Its pages stand one below the other: none is approved unseen. */
export function drawTiff(bytes: Buffer): Buffer {
  const settings = new MagickReadSettings({ format: MagickFormat.Tiff })
  checkPages(bytes, settings)
  return usePages(bytes, settings, (pages) => {
    for (const page of pages) prepare(page, pageSidePx(pages.length))
    const [only] = pages
    return pages.length === 1 && only ? encode(only) : pages.appendVertically(encode)
  })
}

/**
 * A camera's raw file as one JPEG: the developed picture that the camera embedded where that is large enough to
 * judge a scan by, otherwise the sensor's data.
 */
export function drawRaw(bytes: Buffer, embedded: EmbeddedJpeg | undefined): Buffer {
  const settings = new MagickReadSettings({ format: MagickFormat.Dng })
  const turn = readTurn(checkPages(bytes, settings))
  if (embedded && Math.max(embedded.widthPx, embedded.heightPx) >= 1_000) return drawJpeg(embedded, turn)
  return usePages(bytes, settings, ([picture]) => {
    if (picture === undefined) throw new DecoderRefused('undecodable')
    picture.orientation = turn
    prepare(picture, pageSidePx(1))
    return encode(picture)
  })
}

/** A JPEG that a camera embedded. `turn` holds where the JPEG itself does not say how it is turned. */
export function drawJpeg(embedded: EmbeddedJpeg, turn: Orientation = Orientation.Undefined): Buffer {
  if (embedded.widthPx * embedded.heightPx > maxPixels) throw new DecoderRefused('too_large')
  const picture = MagickImage.create()
  try {
    picture.read(embedded.bytes, new MagickReadSettings({ format: MagickFormat.Jpeg }))
    if (picture.orientation === Orientation.Undefined) picture.orientation = turn
    prepare(picture, pageSidePx(1))
    return encode(picture)
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
