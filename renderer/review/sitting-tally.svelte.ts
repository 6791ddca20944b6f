import type { DecidedItem } from '../../electron/shared/records.ts'
import { decidedAmong, isFirstOfTwo } from '../item/bulk/bulk-words.ts'
import type { TakenBack } from '../item/sitting.svelte.ts'
import { messages } from '../messages/current.ts'

/** How many files were decided in this sitting, without what was taken back. */
export class SittingTally {
  #approved = $state(0)
  #rejected = $state(0)

  readonly words = $derived(messages.review.tally(this.#approved, this.#rejected))

  /** Takes note of a decision by its kind. A first approval of two decides nothing yet. */
  add(kind: string, items: readonly Pick<DecidedItem, 'state'>[]): void {
    this.#change(kind, items, 1)
  }

  takeBack({ decision, itemIds }: TakenBack): void {
    this.#change(decision.kind, decidedAmong(decision.items, itemIds), -1)
  }

  #change(kind: string, items: readonly Pick<DecidedItem, 'state'>[], sign: 1 | -1): void {
    if (kind === 'approve') this.#approved += sign * items.filter((item) => !isFirstOfTwo(item)).length
    if (kind === 'reject' || kind === 'request_rescan') this.#rejected += sign * items.length
  }
}
