import { MagickImageCollection, Orientation } from '@imagemagick/magick-wasm'
import type { IMagickImageCollection, MagickReadSettings } from '@imagemagick/magick-wasm'
import { DecoderRefused } from './decoder-job.ts'
import { maxPixels } from './magick.ts'

const maxPages = 20

/**
 * Reads the declared size of every page without decoding any, and returns how the first one is turned.
 * @throws {DecoderRefused} `too_large`, `too_many_pages`
 */
export function checkPages(bytes: Buffer, settings: MagickReadSettings): Orientation {
  const pages = MagickImageCollection.create()
  try {
    pages.ping(bytes, settings)
    if (pages.length > maxPages) throw new DecoderRefused('too_many_pages')
    const pixels = pages.reduce((sum, page) => sum + page.width * page.height, 0)
    if (pixels > maxPixels) throw new DecoderRefused('too_large')
    return pages[0]?.orientation ?? Orientation.Undefined
  } finally {
    pages.dispose()
  }
}

/**
 * The same for one page of many, counted from 0.
 * @throws {DecoderRefused} `too_large`, `undecodable` where there is no such page
 */
export function checkPage(bytes: Buffer, settings: MagickReadSettings, index: number): void {
  const pages = MagickImageCollection.create()
  try {
    pages.ping(bytes, settings)
    const page = pages[index]
    if (page === undefined) throw new DecoderRefused('undecodable')
    if (page.width * page.height > maxPixels) throw new DecoderRefused('too_large')
  } finally {
    pages.dispose()
  }
}

/** Decodes every page, and lets go of them when `work` is done. */
export function usePages<Result>(
  bytes: Buffer,
  settings: MagickReadSettings,
  work: (pages: IMagickImageCollection) => Result,
): Result {
  const pages = MagickImageCollection.create()
  try {
    pages.read(bytes, settings)
    return work(pages)
  } finally {
    pages.dispose()
  }
}
