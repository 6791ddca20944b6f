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

/** A picture that becomes this many times smaller in one step is still even. */
const evenTimes = 1.4

/**
 * Draws so many pixels wide, at most as many as there are. Chromium leaves pixels out of a picture that it makes much
 * smaller, and fine print becomes jagged. So the picture is drawn exactly twice as large as wanted, and halved: in
 * the quality "low" a pixel is then the mean of four.
 */
export function drawWithCare(
  drawn: HTMLCanvasElement | ImageBitmap,
  canvas: HTMLCanvasElement,
  widthPx: number,
): void {
  // What was released is empty.
  if (drawn.width === 0) return
  const width = Math.min(widthPx, drawn.width)
  drawEvenly(canvas, drawn, { width, height: Math.max(Math.round((drawn.height * width) / drawn.width), 1) })
}

function drawEvenly(canvas: HTMLCanvasElement, drawn: HTMLCanvasElement | ImageBitmap, size: Size): void {
  if (drawn.width <= size.width * evenTimes) return drawAtOnce(canvas, drawn, size, 'high')
  const twice = document.createElement('canvas')
  drawEvenly(twice, drawn, { width: size.width * 2, height: size.height * 2 })
  drawAtOnce(canvas, twice, size, 'low')
  freePixels(twice)
}

function drawAtOnce(
  canvas: HTMLCanvasElement,
  drawn: HTMLCanvasElement | ImageBitmap,
  size: Size,
  quality: ImageSmoothingQuality,
): void {
  const context = canvas.getContext('2d')
  if (context === null) return
  canvas.width = size.width
  canvas.height = size.height
  context.imageSmoothingQuality = quality
  context.drawImage(drawn, 0, 0, size.width, size.height)
}

/** The pixels go now, not with the next collection of garbage. */
export function freePixels(canvas: HTMLCanvasElement): void {
  canvas.width = 0
  canvas.height = 0
}
