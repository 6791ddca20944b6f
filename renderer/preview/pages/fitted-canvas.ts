import { fitScale } from '../pan-zoom/geometry.ts'
import type { Size } from '../pan-zoom/geometry.ts'
import { lastPane } from '../pan-zoom/last-pane.ts'

type Drawn = HTMLCanvasElement | ImageBitmap

/** How many pixels of the screen a page is wide at a scale. */
export function shownWidthPx(ownSize: Size, scale: number, pixelRatio: number): number {
  return Math.max(Math.round(ownSize.width * scale * pixelRatio), 1)
}

/**
 * Draws a page as it will be shown first: all of it, in the pane that the page before it had. What is drawn ahead
 * stands on the screen with the next frame. Null where no pane is known yet, or where the page must be enlarged.
 */
export function drawFitted(drawn: Drawn, ownSize: Size, pixelRatio: number): HTMLCanvasElement | null {
  const pane = lastPane.size
  const widthPx = shownWidthPx(ownSize, fitScale(ownSize, pane), pixelRatio)
  if (pane.width === 0 || widthPx > drawn.width) return null
  const canvas = document.createElement('canvas')
  drawWithCare(drawn, canvas, widthPx)
  return canvas
}

/** A picture that becomes at most this many times smaller in one step is still even. */
const evenTimes = 1.5

/**
 * Draws so many pixels wide, at most as many as there are. Chromium leaves pixels out of a picture that it makes much
 * smaller, and fine print becomes jagged: so it is halved first, until that is little to do.
 */
export function drawWithCare(drawn: Drawn, canvas: HTMLCanvasElement, widthPx: number): void {
  // What was released is empty.
  if (drawn.width === 0) return
  const width = Math.min(widthPx, drawn.width)
  drawEvenly(drawn, canvas, { width, height: Math.max(Math.round((drawn.height * width) / drawn.width), 1) })
}

function drawEvenly(drawn: Drawn, canvas: HTMLCanvasElement, size: Size): void {
  if (drawn.width > size.width * evenTimes) {
    const half = halfOf(drawn)
    drawEvenly(half, canvas, size)
    freePixels(half)
  } else {
    drawInto(canvas, drawn, { width: drawn.width, height: drawn.height }, size, 'high')
  }
}

/** Each pixel the mean of four: the quality "low" is that where it halves exactly. An odd last line is left out. */
function halfOf(drawn: Drawn): HTMLCanvasElement {
  const half = document.createElement('canvas')
  const size = {
    width: Math.max(Math.floor(drawn.width / 2), 1),
    height: Math.max(Math.floor(drawn.height / 2), 1),
  }
  drawInto(half, drawn, { width: size.width * 2, height: size.height * 2 }, size, 'low')
  return half
}

function drawInto(
  canvas: HTMLCanvasElement,
  drawn: Drawn,
  part: Size,
  size: Size,
  quality: ImageSmoothingQuality,
): void {
  const context = canvas.getContext('2d')
  if (context === null) return
  canvas.width = size.width
  canvas.height = size.height
  context.imageSmoothingQuality = quality
  context.drawImage(drawn, 0, 0, part.width, part.height, 0, 0, size.width, size.height)
}

/** The pixels go now, not with the next collection of garbage. */
export function freePixels(canvas: HTMLCanvasElement): void {
  canvas.width = 0
  canvas.height = 0
}
