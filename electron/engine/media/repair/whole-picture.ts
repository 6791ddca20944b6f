import {
  AlphaAction,
  ColorSpace,
  MagickColors,
  MagickFormat,
  MagickImageCollection,
  MagickReadSettings,
  Orientation,
} from '@imagemagick/magick-wasm'
import type { IMagickImage } from '@imagemagick/magick-wasm'
import { DecoderRefused } from '../decoder-job.ts'
import { useRawPicture } from '../drawing.ts'
import { findEmbeddedJpeg } from '../embedded-jpeg.ts'
import { maxPixels } from '../magick.ts'
import { usePages } from '../pages.ts'
import type { RepairableFamily } from './repairable.ts'

/** Width and height of one page as it is seen, that is upright, in pixels. */
export interface PageSize {
  readonly widthPx: number
  readonly heightPx: number
}

/** Each page becomes a file that somebody has to look at. */
const maxPages = 100

const formats: Readonly<Record<RepairableFamily, MagickFormat>> = {
  jpg: MagickFormat.Jpeg,
  png: MagickFormat.Png,
  tiff: MagickFormat.Tiff,
  gif: MagickFormat.Gif,
  raw: MagickFormat.Dng,
}

/**
 * The size of every page as the header declares it; nothing is decoded.
 * @throws {DecoderRefused} `too_large`, `too_many_pages`, `moving`
 */
export function readPageSizes(bytes: Buffer, family: RepairableFamily): PageSize[] {
  const pages = MagickImageCollection.create()
  try {
    pages.ping(bytes, new MagickReadSettings({ format: formats[family] }))
    if (pages.length === 0) throw new DecoderRefused('undecodable')
    if (pages.length > maxPages) throw new DecoderRefused('too_many_pages')
    if (pages.length > 1 && family === 'gif') throw new DecoderRefused('moving')
    return (family === 'raw' ? pages.slice(0, 1) : [...pages]).map(sizeOf)
  } finally {
    pages.dispose()
  }
}

function sizeOf({ width, height, orientation }: IMagickImage): PageSize {
  if (width * height > maxPixels) throw new DecoderRefused('too_large')
  const lies = orientation >= Orientation.LeftTop
  return lies ? { widthPx: height, heightPx: width } : { widthPx: width, heightPx: height }
}

/** Decodes one page, counted from 0, in the form in which it may be sent, and lets go of it when `work` is done. */
export function useUprightPage<Result>(
  bytes: Buffer,
  family: RepairableFamily,
  index: number,
  work: (page: IMagickImage) => Result,
): Result {
  const workUpright = (page: IMagickImage): Result => {
    makeUpright(page)
    return work(page)
  }
  if (family === 'raw') return useRawPicture(bytes, findEmbeddedJpeg(bytes), workUpright)
  const settings = new MagickReadSettings({
    format: formats[family],
    ...(family === 'tiff' ? { frameIndex: index, frameCount: 1 } : {}),
  })
  return usePages(bytes, settings, ([page]) => {
    if (page === undefined) throw new DecoderRefused('undecodable')
    return workUpright(page)
  })
}

/** Upright, opaque on white, in a screen's colours, and without all that is not picture: place, camera, comments. */
function makeUpright(page: IMagickImage): void {
  page.autoOrient()
  if (page.hasAlpha) {
    page.backgroundColor = MagickColors.White
    page.alpha(AlphaAction.Remove)
  }
  const isScreens = page.colorSpace === ColorSpace.sRGB || page.colorSpace === ColorSpace.Gray
  const profile = isScreens ? page.getColorProfile() : null
  if (!isScreens) page.colorSpace = ColorSpace.sRGB
  page.strip()
  // Without its profile a picture of another RGB space would change its colours.
  if (profile !== null) page.setProfile(profile)
}
