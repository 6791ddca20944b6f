import { SvelteMap } from 'svelte/reactivity'
import type { DecidedItem } from '../../electron/shared/bulk-decisions.ts'
import { isFirstOfTwo } from '../item/bulk/bulk-words.ts'
import type { TakenBack } from '../item/sitting.svelte.ts'
import { messages } from '../messages/current.ts'

type Fate = 'approved' | 'rejected'

/** How many files were decided here in this sitting, without what was taken back. */
export class SittingTally {
  /** What was taken back may have been decided in another view, which this does not count. */
  readonly #fates = new SvelteMap<number, Fate>()

  readonly words = $derived.by(() =>
    messages.review.tally(this.#countOf('approved'), this.#countOf('rejected')),
  )

  /** Takes note of a decision by its kind. A first approval of two decides nothing yet. */
  add(kind: string, items: readonly Pick<DecidedItem, 'itemId' | 'state'>[]): void {
    const fate = fateOf(kind)
    if (fate === null) return
    for (const item of items) {
      if (fate === 'rejected' || !isFirstOfTwo(item)) this.#fates.set(item.itemId, fate)
    }
  }

  takeBack({ decision, itemIds }: TakenBack): void {
    const fate = fateOf(decision.kind)
    for (const itemId of itemIds) if (this.#fates.get(itemId) === fate) this.#fates.delete(itemId)
  }

  #countOf(fate: Fate): number {
    let count = 0
    for (const one of this.#fates.values()) if (one === fate) count += 1
    return count
  }
}

function fateOf(kind: string): Fate | null {
  if (kind === 'approve') return 'approved'
  return kind === 'reject' || kind === 'request_rescan' ? 'rejected' : null
}
