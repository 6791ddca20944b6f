import type { Item } from '../../electron/shared/records.ts'
import { messages } from '../messages/current.ts'
import { navigation } from '../state/navigation.svelte.ts'
import type { ToastAction } from '../state/toasts.svelte.ts'
import type { Changes } from './drafts.svelte.ts'

/** More examples than these make a proposal slower, not better. */
const mostNames = 20

/** Items of this sitting whose names no rule read right, newest first. Together they teach better than one alone. */
class CorrectedNames {
  #itemIds = $state.raw<readonly number[]>([])

  /** Takes note of a correction of what a name says, and returns the offer to teach it; null where it says nothing. */
  note(before: Item, changes: Changes): ToastAction | null {
    const values = changes.entityId !== undefined || changes.mediaType !== undefined
    if (!values || before.role !== 'scan' || before.readBy === 'index') return null
    this.#itemIds = this.#with(before)
    return { label: messages.item.origin.teach(this.#itemIds.length), run: () => this.teach(before) }
  }

  /** How many names are taught when this one is. */
  countWith(item: Item): number {
    return this.#with(item).length
  }

  /** Goes to the rules with all corrected names; from then on they count as taught. */
  teach(item: Item): void {
    const itemIds = this.#with(item)
    this.#itemIds = []
    navigation.teach(itemIds)
  }

  #with(item: Item): readonly number[] {
    return [item.id, ...this.#itemIds.filter((itemId) => itemId !== item.id)].slice(0, mostNames)
  }
}

export const correctedNames = new CorrectedNames()
