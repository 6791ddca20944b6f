import {
  clampOffset,
  clampScale,
  fitScale,
  offsetAfterTurn,
  offsetAfterZoom,
  turnedSize,
} from './geometry.ts'
import type { Point, QuarterTurns, Size } from './geometry.ts'

const centre: Point = { x: 0, y: 0 }
const zoomStep = 1.25

/** How one picture lies in its pane: its scale, its place, its turn. */
export class PanZoom {
  pane: Size = $state.raw({ width: 0, height: 0 })
  content: Size = $state.raw({ width: 0, height: 0 })
  turns: QuarterTurns = $state(0)
  /** `null` while the picture is fitted to its pane. */
  #freeScale: number | null = $state(null)
  #offset: Point = $state.raw(centre)

  readonly #turned = $derived(turnedSize(this.content, this.turns))
  readonly #fit = $derived(fitScale(this.#turned, this.pane))
  readonly scale = $derived(this.#freeScale === null ? this.#fit : clampScale(this.#freeScale, this.#fit))
  readonly offset = $derived(clampOffset(this.#offset, this.#turned, this.pane, this.scale))
  readonly isFitted = $derived(this.#freeScale === null)
  /** The content's size on the screen. */
  readonly shownSize: Size = $derived({
    width: this.#turned.width * this.scale,
    height: this.#turned.height * this.scale,
  })
  /** True when a part of the picture lies outside the pane. */
  readonly canPan = $derived(
    this.shownSize.width > this.pane.width + 1 || this.shownSize.height > this.pane.height + 1,
  )

  /** Changes the scale; what lies under `point` (from the pane's centre) stays there. */
  zoomBy(factor: number, point: Point = centre): void {
    this.#zoomTo(clampScale(this.scale * factor, this.#fit), point)
  }

  zoomIn(): void {
    this.zoomBy(zoomStep)
  }

  zoomOut(): void {
    this.zoomBy(1 / zoomStep)
  }

  /** Between "all of it" and "its own size". `ownScale` is the scale of one picture pixel per screen pixel. */
  toggleFit(ownScale: number, point: Point = centre): void {
    if (this.isFitted) this.#zoomTo(ownScale, point)
    else this.fit()
  }

  fit(): void {
    this.#freeScale = null
    this.#offset = centre
  }

  panBy(x: number, y: number): void {
    this.#offset = { x: this.offset.x + x, y: this.offset.y + y }
  }

  panToTop(): void {
    this.#offset = { x: this.offset.x, y: Number.MAX_SAFE_INTEGER }
  }

  turn(direction: 'left' | 'right'): void {
    const offset = offsetAfterTurn(this.offset)
    this.#offset = direction === 'right' ? offset : { x: -offset.x, y: -offset.y }
    // The remainder of a division by 4 is one of the four turns.
    this.turns = ((this.turns + (direction === 'right' ? 1 : 3)) % 4) as QuarterTurns
  }

  #zoomTo(scale: number, point: Point): void {
    this.#offset = offsetAfterZoom(this.offset, point, this.scale, scale)
    this.#freeScale = scale
  }
}
