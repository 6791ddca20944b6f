import { liveStatus } from '../state/live-status.svelte.ts'
import { preferences } from '../state/preferences.svelte.ts'
import { navigation } from '../state/navigation.svelte.ts'

/** What the tour shows, in its order. Each stands on an element with the same `data-tour`. */
const tourSteps = ['queue', 'picture', 'facts', 'problems', 'history', 'folders', 'connect'] as const
export type TourStep = (typeof tourSteps)[number]

/** The tour of the window, which never takes a key or a click from the work. */
class Tour {
  #index = $state<number | null>(null)

  /** Nobody who works for real needs to connect. */
  readonly steps = $derived(
    tourSteps.filter((step) => step !== 'connect' || liveStatus.current?.mode === 'practice'),
  )
  readonly step = $derived<TourStep | null>(this.#index === null ? null : (this.steps[this.#index] ?? null))
  readonly position = $derived((this.#index ?? 0) + 1)
  readonly isFirst = $derived(this.#index === 0)
  readonly isLast = $derived(this.#index === this.steps.length - 1)

  start(): void {
    navigation.go('review')
    this.#index = 0
  }

  next(): void {
    if (this.#index === null) return
    if (this.isLast) this.end()
    else this.#index += 1
  }

  back(): void {
    if (this.#index !== null && this.#index > 0) this.#index -= 1
  }

  /** It is not offered again by itself. */
  end(): void {
    this.#index = null
    // Not kept: it is offered once more, which does no harm.
    preferences.change({ tourSeen: true }).catch(() => undefined)
  }
}

export const tour = new Tour()
