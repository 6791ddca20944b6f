import type { Size } from '../pan-zoom/geometry.ts'

/** PDF lengths are points, 72 to the inch; CSS has 96 pixels to the inch. */
const cssPixelsPerPoint = 96 / 72
const sharpnessDpi = 200
const maxSidePx = 4_096
const maxAreaPx = 12_000_000

export interface PageRaster {
  /** Scale for pdf.js: canvas pixels per point. */
  readonly scale: number
  /** The page's own size in CSS pixels, at which it counts as 100 %. */
  readonly ownSize: Size
}

/** How large to draw a page of this size in points: sharp enough to read, and never beyond what a canvas should hold. */
export function pageRaster(page: Size): PageRaster {
  const bySide = maxSidePx / Math.max(page.width, page.height, 1)
  const byArea = Math.sqrt(maxAreaPx / Math.max(page.width * page.height, 1))
  return {
    scale: Math.min(sharpnessDpi / 72, bySide, byArea),
    ownSize: { width: page.width * cssPixelsPerPoint, height: page.height * cssPixelsPerPoint },
  }
}
