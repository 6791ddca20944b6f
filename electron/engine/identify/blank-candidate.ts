import type { Inspection } from './file-inspection.ts'

/** Families whose pixels a decoder can be asked for. */
const measurable: ReadonlySet<string> = new Set(['jpg', 'png', 'tiff'])

/** Bytes for each pixel: a blank page with a scanner's noise has 0.02 to 0.1, a page of text or a card more. */
const maxLossyBytesPerPixel = 0.1

/** Of the size before compression: a blank page takes less than 1 in 100, a page of text more. */
const maxPackedShare = 0.01

/** Below this, the header of a file is most of it. */
const minSidePx = 100

/**
 * True for a picture that has so few bytes for its size that it may be blank: only such a one is worth decoding.
 * Blank pages whose noise was kept without a loss are not found; they are as large as any other page.
 */
export function looksBlank({
  family,
  picture,
  findings,
  sizeBytes,
}: Pick<Inspection, 'family' | 'picture' | 'findings' | 'sizeBytes'>): boolean {
  if (family === null || picture === null || !measurable.has(family)) return false
  if (findings.some(({ severity }) => severity === 'block')) return false
  const { widthPx, heightPx, bitsPerPixel, coding } = picture
  if (Math.min(widthPx, heightPx) < minSidePx) return false
  const pixels = widthPx * heightPx
  switch (coding) {
    case 'lossy':
      return sizeBytes / pixels <= maxLossyBytesPerPixel
    case 'packed':
      return (8 * sizeBytes) / (pixels * bitsPerPixel) <= maxPackedShare
    case 'plain':
      return true
  }
}
