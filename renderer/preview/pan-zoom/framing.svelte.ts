import type { Point, Zoom } from './geometry.ts'

const middle: Point = { x: 0, y: 0 }

/**
 * Which part of a picture is shown, and how large. It is told without pixels, so that two panes that share one framing
 * show the same part of two pictures, whatever their sizes.
 */
export class Framing {
  zoom: Zoom = $state('fit')
  /** What lies at the pane's centre: in shares of the turned picture's size, from its middle. */
  focus: Point = $state.raw(middle)

  /** The same framing, free to go its own way. */
  copy(): Framing {
    const copy = new Framing()
    copy.zoom = this.zoom
    copy.focus = this.focus
    return copy
  }

  /** All of the picture, or all of its width from the top. */
  reset(zoom: 'fit' | 'width' = 'fit'): void {
    this.zoom = zoom
    this.focus = zoom === 'fit' ? middle : { x: 0, y: -0.5 }
  }
}
