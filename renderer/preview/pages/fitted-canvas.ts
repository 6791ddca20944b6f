import { fitScale } from '../pan-zoom/geometry.ts'
import type { Size } from '../pan-zoom/geometry.ts'
import { lastPane } from '../pan-zoom/last-pane.ts'

/** How many pixels of the screen a page is wide at a scale. */
export function shownWidthPx(ownSize: Size, scale: number, pixelRatio: number): number {
  return Math.max(Math.round(ownSize.width * scale * pixelRatio), 1)
}

/**
 * Draws a page as it will be shown first: all of it, in the pane that the page before it had. What is drawn ahead
 * stands on the screen with the next frame. Null where no pane is known yet, or where the page must be enlarged.
 */
export function drawFitted(
  drawn: HTMLCanvasElement | ImageBitmap,
  ownSize: Size,
  pixelRatio: number,
): HTMLCanvasElement | null {
  const pane = lastPane.size
  const widthPx = shownWidthPx(ownSize, fitScale(ownSize, pane), pixelRatio)
  if (pane.width === 0 || widthPx > drawn.width) return null
  const canvas = document.createElement('canvas')
  drawWithCare(drawn, canvas, widthPx)
  return canvas
}

/** Draws so many pixels wide, at most as many as there are. Chromium drops thin strokes when it shrinks by itself. */
export function drawWithCare(
  drawn: HTMLCanvasElement | ImageBitmap,
  canvas: HTMLCanvasElement,
  widthPx: number,
): void {
  const context = canvas.getContext('2d')
  // What was released is empty.
  if (context === null || drawn.width === 0) return
  canvas.width = Math.min(widthPx, drawn.width)
  canvas.height = Math.max(Math.round((drawn.height * canvas.width) / drawn.width), 1)
  context.imageSmoothingQuality = 'high'
  context.drawImage(drawn, 0, 0, canvas.width, canvas.height)
}

/** The pixels go now, not with the next collection of garbage. */
export function freePixels(canvas: HTMLCanvasElement): void {
  canvas.width = 0
  canvas.height = 0
}
