import type { Item } from '../../../electron/shared/records.ts'
import { keptTurns } from '../kept-turns.ts'
import type { TonePoints } from '../light/levels.ts'
import { Loading } from '../loading.svelte.ts'
import type { Framing } from '../pan-zoom/framing.svelte.ts'
import { Loupe } from '../pan-zoom/loupe.svelte.ts'
import { PanZoom } from '../pan-zoom/pan-zoom.svelte.ts'
import { takeOpened, takePreloaded } from '../preload.ts'
import { previewKey } from '../preview-source.ts'
import { openPages } from './open-pages.ts'
import { Pages } from './pages.svelte.ts'

/** One content while it is looked at: its pages, and how they lie in their pane. Another content is another one. */
export class PictureInHand {
  readonly view: PanZoom
  readonly loupe = new Loupe()
  readonly loading: Loading<Pages>
  /** The tones of the page that is shown, where they were measured. */
  points: TonePoints | null = $state.raw(null)
  readonly pages = $derived.by(() => {
    const { state } = this.loading
    return state.phase === 'ready' ? state.value : null
  })
  /** The page that is shown, once it is drawn. */
  readonly shown = $derived.by(() => {
    const state = this.pages?.page.state
    return state?.phase === 'ready' ? state.value : null
  })
  readonly #key: string

  constructor(item: Item, framing: Framing) {
    this.#key = previewKey(item)
    this.view = new PanZoom(framing)
    this.view.turns = keptTurns.of(this.#key)
    this.loading = new Loading<Pages>(
      {
        load: async (signal) => (await takePreloaded(item)) ?? new Pages(await openPages(item, signal)),
        release: (pages) => pages.close(),
      },
      takeOpened(item),
    )
  }

  goBy(step: 1 | -1): void {
    this.pages?.goTo(this.pages.pageNumber + step)
    this.view.panToTop()
  }

  /** Turns what is seen; how, is kept for this content while the window lives. */
  turn(direction: 'left' | 'right'): void {
    this.view.turn(direction)
    keptTurns.keep(this.#key, this.view.turns)
  }

  stop(): void {
    this.loading.stop()
  }
}
