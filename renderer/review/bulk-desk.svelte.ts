import type { BulkResult, Item } from '../../electron/shared/records.ts'
import { isFirstOfTwo } from '../item/bulk/bulk-words.ts'
import { decideForAll } from '../item/bulk/decide-for-all.ts'
import type { BulkAction, BulkDecisionWords } from '../item/bulk/decide-for-all.ts'
import { drafts } from '../item/drafts.svelte.ts'
import { messages } from '../messages/current.ts'
import type { BulkTarget } from '../state/marked-items.svelte.ts'
import type { Corrections, FillDownTarget } from './fill-down.ts'
import { reviewDesk } from './review-desk.svelte.ts'

const text = messages.bulk

/** What is asked before a decision for many items. */
export type BulkQuestion = 'approve' | 'reject' | 'request_rescan' | 'fill_down'

/** Decisions for the marked items, and filling down. */
class BulkDesk {
  question = $state<BulkQuestion | null>(null)
  busy = $state(false)

  readonly marks = reviewDesk.queue.marks
  /** Marked items with something typed that was not approved yet: a decision for all would pass it over. */
  readonly drafted = $derived(this.marks.items.filter((item) => drafts.isChanged(item)))
  /** How many a decision for the marked items is about. */
  readonly count = $derived(
    this.marks.everything === null ? this.marks.count - this.drafted.length : this.marks.count,
  )

  get anyMarked(): boolean {
    return this.marks.count > 0
  }

  approve(): Promise<void> {
    return this.#decideForMarked({ kind: 'approve' }, { done: text.approved, failed: text.notApproved })
  }

  reject(reason: string): Promise<void> {
    const words = { done: text.rejected, failed: text.notRejected }
    return this.#decideForMarked({ kind: 'reject', reason }, words)
  }

  requestRescan(reason: string): Promise<void> {
    const words = { done: text.rescanned, failed: text.notRescanned }
    return this.#decideForMarked({ kind: 'request_rescan', reason }, words)
  }

  /** Gives the values of the item in hand to others. */
  async fillDown(target: FillDownTarget, values: Corrections): Promise<void> {
    const result = await this.#decide(
      target.target,
      { kind: 'correct', ...values },
      { done: text.corrected, failed: text.notCorrected },
    )
    if (result !== null) reviewDesk.queue.list.refresh()
  }

  async #decideForMarked(action: BulkAction, words: BulkDecisionWords): Promise<void> {
    const target = withoutItems(this.marks.target, this.drafted)
    if (target === null) return
    const before = this.marks.items
    const result = await this.#decide(target, action, words)
    if (result === null) return
    const { decided } = reviewDesk.queue
    const doneById = new Map(result.done.map((done) => [done.itemId, done]))
    for (const item of before) {
      const done = doneById.get(item.id)
      if (done !== undefined && !isFirstOfTwo(done)) decided.add({ ...item, revision: done.revision })
    }
    reviewDesk.tally.add(action.kind, result.done)
    // What was held stays marked, so that it can be looked at.
    this.marks.only([...result.held.flatMap(({ itemIds }) => itemIds), ...this.drafted.map(({ id }) => id)])
    reviewDesk.queue.list.refresh()
  }

  async #decide(
    target: BulkTarget,
    action: BulkAction,
    words: BulkDecisionWords,
  ): Promise<BulkResult | null> {
    this.busy = true
    try {
      return await decideForAll(target, action, words)
    } finally {
      this.busy = false
      this.question = null
    }
  }
}

/** A target without some of its items; null where none is left. What is meant by its query cannot leave any out. */
function withoutItems(target: BulkTarget | null, left: readonly Item[]): BulkTarget | null {
  if (target === null || 'selection' in target || left.length === 0) return target
  const ids = new Set(left.map(({ id }) => id))
  const items = target.items.filter(({ itemId }) => !ids.has(itemId))
  return items.length === 0 ? null : { items }
}

export const bulkDesk = new BulkDesk()
