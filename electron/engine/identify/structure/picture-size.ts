import { say } from '../../../shared/sentences/say.ts'
import { finding } from '../../../shared/finding-codes.ts'
import type { Finding } from '../../../shared/finding-codes.ts'

/**
 * More than any scanner makes (A3 at 1,200 dpi has 278 million). A small file that declares more is made to
 * exhaust the memory of whoever decodes it.
 */
const maxPixels = 400_000_000

/** What is wrong with a picture's declared width and height, in pixels. */
export function checkPictureSize(width: number, height: number): Finding[] {
  if (width === 0 || height === 0) return [finding('damaged', say('picture_without_size'))]
  if (width * height <= maxPixels) return []
  return [finding('damaged', say('picture_claims_size', { widthPx: width, heightPx: height }))]
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
  return [finding('picture_too_small', say('picture_small', { widthPx, heightPx, minPx: minPicturePixels }))]
}
