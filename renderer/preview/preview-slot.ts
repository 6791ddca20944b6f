import type { PictureLight } from './light/picture-light.svelte.ts'
import type { Framing } from './pan-zoom/framing.svelte.ts'

/** The place that a viewer stands in: alone, or one of two side by side. */
export interface PreviewSlot {
  /** Whether a key press on this element is meant for this place. */
  hears(target: EventTarget | null): boolean
  /** Shared between two places while their zoom is locked. */
  readonly framing: Framing
  readonly light: PictureLight
  /** One of two: only the tools that a comparison needs. */
  readonly isHalf: boolean
}
