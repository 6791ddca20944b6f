/** Sizes and offsets are CSS pixels; a scale of 1 shows the content at its own size. */
export interface Size {
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** All of it, its whole width, its own size, or so many times as large as what fits. */
export type Zoom = 'fit' | 'width' | 'own' | number

/** Clockwise quarter turns. */
export type QuarterTurns = 0 | 1 | 2 | 3

/** Left free around a picture that is fitted to its pane. */
const marginPx = 16
/** Small scans are enlarged to be read with ease, but not to a blur. */
const maxEnlargement = 2
export const maxScale = 8
/** Zooms that differ by less are the same to the eye. */
const sameTimes = 1e-3

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

/** The scale at which the turned content is as wide as the pane; its height may go beyond it. */
export function widthScale(content: Size, pane: Size): number {
  const width = pane.width - 2 * marginPx
  if (content.width <= 0 || width <= 0) return 1
  return Math.min(width / content.width, maxEnlargement)
}

/** Never smaller than what fits, except that a small picture may always be seen at its own size. */
export function clampScale(scale: number, fit: number): number {
  return Math.min(Math.max(scale, Math.min(fit, 1)), maxScale)
}

/** The scale that a zoom means for the turned content; `ownScale` counts as 100 %. */
export function scaleOfZoom(zoom: Zoom, content: Size, pane: Size, ownScale: number): number {
  const fit = fitScale(content, pane)
  if (zoom === 'fit') return fit
  if (zoom === 'width') return widthScale(content, pane)
  return clampScale(zoom === 'own' ? ownScale : fit * zoom, fit)
}

/** The opposite of `scaleOfZoom`: what fits, else so many times as much. */
export function zoomOfScale(scale: number, content: Size, pane: Size): Zoom {
  const times = scale / fitScale(content, pane)
  return Math.abs(times - 1) < sameTimes ? 'fit' : times
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

/** The place of the content at the pane's centre, after one clockwise quarter turn of the content. */
export function focusAfterTurn(focus: Point): Point {
  return { x: -focus.y, y: focus.x }
}

/** Where the content's centre lies when `focus`, in shares of its size from its centre, is at the pane's centre. */
export function offsetOfFocus(focus: Point, shown: Size): Point {
  return { x: -focus.x * shown.width, y: -focus.y * shown.height }
}

/** The opposite of `offsetOfFocus`. */
export function focusOfOffset(offset: Point, shown: Size): Point {
  if (shown.width <= 0 || shown.height <= 0) return { x: 0, y: 0 }
  return { x: -offset.x / shown.width, y: -offset.y / shown.height }
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

/**
 * How far the magnified picture's centre lies from the loupe's, so that the loupe shows what lies under its middle.
 * `offset` is the picture's centre from the pane's, as it stands below the loupe.
 */
export function loupeOffset(point: Point, offset: Point, power: number): Point {
  return { x: (offset.x - point.x) * power, y: (offset.y - point.y) * power }
}
