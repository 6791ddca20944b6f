/** Sizes and offsets are CSS pixels; a scale of 1 shows the content at its own size. */
export interface Size {
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Clockwise quarter turns. */
export type QuarterTurns = 0 | 1 | 2 | 3

/** Left free around a picture that is fitted to its pane. */
const marginPx = 16
/** Small scans are enlarged to be read with ease, but not to a blur. */
const maxEnlargement = 2
export const maxScale = 8

/** The size of the content as it stands on the screen after turning it. */
export function turnedSize(size: Size, turns: QuarterTurns): Size {
  return turns % 2 === 0 ? size : { width: size.height, height: size.width }
}

/** The scale at which the turned content fits into the pane. */
export function fitScale(content: Size, pane: Size): number {
  const width = pane.width - 2 * marginPx
  const height = pane.height - 2 * marginPx
  if (content.width <= 0 || content.height <= 0 || width <= 0 || height <= 0) return 1
  return Math.min(width / content.width, height / content.height, maxEnlargement)
}

/** Never smaller than what fits, except that a small picture may always be seen at its own size. */
export function clampScale(scale: number, fit: number): number {
  return Math.min(Math.max(scale, Math.min(fit, 1)), maxScale)
}

/** Keeps the content's edges out of the pane; what fits stays in the middle. Offsets are from centre to centre. */
export function clampOffset(offset: Point, content: Size, pane: Size, scale: number): Point {
  const limitX = Math.max(0, (content.width * scale - pane.width) / 2)
  const limitY = Math.max(0, (content.height * scale - pane.height) / 2)
  return {
    x: Math.min(Math.max(offset.x, -limitX), limitX),
    y: Math.min(Math.max(offset.y, -limitY), limitY),
  }
}

/** The offset that keeps the content under `point` (from the pane's centre) in place while the scale changes. */
export function offsetAfterZoom(offset: Point, point: Point, fromScale: number, toScale: number): Point {
  const ratio = toScale / fromScale
  return { x: point.x - (point.x - offset.x) * ratio, y: point.y - (point.y - offset.y) * ratio }
}

/** The offset after one clockwise quarter turn about the pane's centre. */
export function offsetAfterTurn(offset: Point): Point {
  return { x: -offset.y, y: offset.x }
}

/**
 * The offset at which the content's edge lies on a whole screen pixel: between two, thin strokes blur.
 * `size` is the content's on the screen, `pixel` the size of a screen pixel.
 */
export function snapOffset(offset: Point, size: Size, pane: Size, pixel: number): Point {
  const snap = (place: number, paneLength: number, length: number): number => {
    const edge = paneLength / 2 + place - length / 2
    return place + Math.round(edge / pixel) * pixel - edge
  }
  return { x: snap(offset.x, pane.width, size.width), y: snap(offset.y, pane.height, size.height) }
}
