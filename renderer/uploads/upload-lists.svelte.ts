import { ItemList } from '../state/item-list.svelte.ts'

/** How many lines of each kind the uploads view shows; the rest is a click away. */
export const shownAtMost = 50

/** What the uploads view lists. */
class UploadLists {
  readonly inFlight = new ItemList(() => ({ states: ['uploading'], order: 'oldest_first' }), shownAtMost)
  readonly retrying = new ItemList(() => ({ states: ['retry_wait'], order: 'oldest_first' }), shownAtMost)
  readonly queued = new ItemList(() => ({ states: ['approved'], order: 'oldest_first' }), shownAtMost)
  readonly stuck = new ItemList(
    () => ({ states: ['failed', 'outcome_unknown'], order: 'newest_first' }),
    shownAtMost,
  )
  readonly recent = new ItemList(() => ({ states: ['uploaded'], order: 'newest_first' }), shownAtMost)

  readonly all = [this.inFlight, this.retrying, this.queued, this.stuck, this.recent]
  readonly loaded = $derived(this.all.every((list) => list.loaded))
  readonly isEmpty = $derived(this.loaded && this.all.every((list) => list.items.length === 0))
  readonly failure = $derived(this.all.find((list) => list.failure !== null)?.failure ?? null)

  start(): () => void {
    const stops = this.all.map((list) => list.start())
    return () => {
      for (const stop of stops) stop()
    }
  }
}

export const uploadLists = new UploadLists()
