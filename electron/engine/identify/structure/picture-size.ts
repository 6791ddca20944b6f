import { finding } from '../../../shared/finding-codes.ts'
import type { Finding } from '../../../shared/finding-codes.ts'

/**
 * More than any scanner makes (A3 at 1,200 dpi has 278 million). A small file that declares more is made to
 * exhaust the memory of whoever decodes it.
 */
const maxPixels = 400_000_000

const number = new Intl.NumberFormat('en-US')

/** What is wrong with a picture's declared width and height, in pixels. */
export function checkPictureSize(width: number, height: number): Finding[] {
  if (width === 0 || height === 0) return [finding('damaged', 'The picture has no width or no height.')]
  if (width * height <= maxPixels) return []
  const size = `${number.format(width)} x ${number.format(height)} pixels`
  return [
    finding('damaged', `The picture claims to be ${size}. No scanner makes that; Intray does not open it.`),
  ]
}

/**
 * Warns of a picture that is too small to be read. `minPicturePixels`: what the shorter side should have at least;
 * 0 is never too small.
 */
export function checkLegibleSize(
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
  minPicturePixels: number,
): Finding[] {
  if (Math.min(widthPx, heightPx) >= minPicturePixels) return []
  const size = `${number.format(widthPx)} x ${number.format(heightPx)} pixels`
  const wanted = `its shorter side should have at least ${number.format(minPicturePixels)}`
  return [finding('picture_too_small', `It has ${size}; ${wanted}.`)]
}
