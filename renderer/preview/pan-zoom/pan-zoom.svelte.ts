import { Framing } from './framing.svelte.ts'
import {
  clampOffset,
  clampScale,
  fitScale,
  focusAfterTurn,
  focusOfOffset,
  offsetAfterZoom,
  offsetOfFocus,
  scaleOfZoom,
  turnedSize,
  zoomOfScale,
} from './geometry.ts'
import type { Point, QuarterTurns, Size } from './geometry.ts'
import { lastPane } from './last-pane.ts'

const centre: Point = { x: 0, y: 0 }
const zoomStep = 1.25

/** How one picture lies in its pane: its scale, its place, its turn. */
export class PanZoom {
  #pane: Size = $state.raw(lastPane.size)
  content: Size = $state.raw({ width: 0, height: 0 })
  /** The scale that counts as 100 %. */
  ownScale = $state(1)
  turns: QuarterTurns = $state(0)
  /** May be shared with another pane. */
  framing: Framing = $state.raw(new Framing())

  readonly #turned = $derived(turnedSize(this.content, this.turns))
  readonly #fit = $derived(fitScale(this.#turned, this.pane))
  readonly scale = $derived(scaleOfZoom(this.framing.zoom, this.#turned, this.pane, this.ownScale))
  /** The content's size on the screen. */
  readonly shownSize: Size = $derived({
    width: this.#turned.width * this.scale,
    height: this.#turned.height * this.scale,
  })
  readonly offset = $derived(
    clampOffset(offsetOfFocus(this.framing.focus, this.shownSize), this.#turned, this.pane, this.scale),
  )
  readonly isFitted = $derived(this.framing.zoom === 'fit')
  readonly isFittedInWidth = $derived(this.framing.zoom === 'width')
  /** Of its own size. */
  readonly percent = $derived(Math.round((this.scale / this.ownScale) * 100))
  /** True when a part of the picture lies outside the pane. */
  readonly canPan = $derived(
    this.shownSize.width > this.pane.width + 1 || this.shownSize.height > this.pane.height + 1,
  )

  constructor(framing = new Framing()) {
    this.framing = framing
  }

  get pane(): Size {
    return this.#pane
  }

  /** Takes note of the pane's size, where it is another one. */
  fillPane(pane: Size): void {
    if (pane.width === this.#pane.width && pane.height === this.#pane.height) return
    this.#pane = pane
    lastPane.size = pane
  }

  /** Changes the scale; what lies under `point` (from the pane's centre) stays there. */
  zoomBy(factor: number, point: Point = centre): void {
    const scale = clampScale(this.scale * factor, this.#fit)
    this.framing.focus = this.#focusAfterZoom(scale, point)
    this.framing.zoom = zoomOfScale(scale, this.#turned, this.pane)
  }

  zoomIn(): void {
    this.zoomBy(zoomStep)
  }

  zoomOut(): void {
    this.zoomBy(1 / zoomStep)
  }

  /** Between "all of it" and "its own size". */
  toggleFit(point: Point = centre): void {
    if (this.isFitted) this.showOwnSize(point)
    else this.fit()
  }

  showOwnSize(point: Point = centre): void {
    this.framing.focus = this.#focusAfterZoom(this.ownScale, point)
    this.framing.zoom = 'own'
  }

  fit(): void {
    this.framing.reset('fit')
  }

  /** All of its width, from the top. */
  fitWidth(): void {
    this.framing.reset('width')
  }

  panBy(x: number, y: number): void {
    this.framing.focus = focusOfOffset({ x: this.offset.x + x, y: this.offset.y + y }, this.shownSize)
  }

  panToTop(): void {
    this.framing.focus = { x: this.framing.focus.x, y: -0.5 }
  }

  turn(direction: 'left' | 'right'): void {
    const focus = focusAfterTurn(focusOfOffset(this.offset, this.shownSize))
    this.framing.focus = direction === 'right' ? focus : { x: -focus.x, y: -focus.y }
    // The remainder of a division by 4 is one of the four turns.
    this.turns = ((this.turns + (direction === 'right' ? 1 : 3)) % 4) as QuarterTurns
  }

  #focusAfterZoom(scale: number, point: Point): Point {
    const offset = offsetAfterZoom(this.offset, point, this.scale, scale)
    return focusOfOffset(offset, { width: this.#turned.width * scale, height: this.#turned.height * scale })
  }
}
