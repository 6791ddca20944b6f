import type { Item } from '../../electron/shared/records.ts'
import { decisionOn } from '../item/approval.ts'
import { decideForAll } from '../item/bulk/decide-for-all.ts'
import type { BulkAction, BulkDecisionWords } from '../item/bulk/decide-for-all.ts'
import { messages } from '../messages/current.ts'

const text = messages.uploads

/** One decision for the ticked files of the uploads view. */
class ChosenActions {
  busy = $state(false)

  retry(items: readonly Item[]): Promise<void> {
    return this.#decide(items, { kind: 'retry' }, { done: text.retriedMany, failed: text.notRetriedMany })
  }

  takeBack(items: readonly Item[]): Promise<void> {
    return this.#decide(items, { kind: 'undo' }, { done: text.takenBackMany, failed: text.notTakenBackMany })
  }

  lookUp(items: readonly Item[]): Promise<void> {
    const { look_up: words } = messages.problems.fixes
    return this.#decide(items, { kind: 'look_up' }, words)
  }

  async #decide(items: readonly Item[], action: BulkAction, words: BulkDecisionWords): Promise<void> {
    if (this.busy || items.length === 0) return
    this.busy = true
    try {
      await decideForAll({ items: items.map(decisionOn) }, action, words)
    } finally {
      this.busy = false
    }
  }
}

export const chosenActions = new ChosenActions()
