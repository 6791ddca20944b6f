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
