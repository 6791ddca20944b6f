import type { BulkResult } from '../../electron/shared/bulk-decisions.ts'
import type { Item } from '../../electron/shared/records.ts'
import { isFirstOfTwo } from '../item/bulk/bulk-words.ts'
import { decideForAll } from '../item/bulk/decide-for-all.ts'
import type { BulkAction, BulkDecisionWords } from '../item/bulk/decide-for-all.ts'
import { drafts } from '../item/drafts.svelte.ts'
import { messages } from '../messages/current.ts'
import { targetWithout } from '../state/bulk-target.ts'
import type { BulkTarget } from '../state/bulk-target.ts'
import type { Corrections, FillDownTarget } from './fill-down.ts'
import { reviewDesk } from './review-desk.svelte.ts'

const text = messages.bulk

/** What is asked before a decision for many items. */
export type BulkQuestion = 'approve' | 'reject' | 'request_rescan' | 'fill_down'

/** A question as it was put: what comes or changes after that is not part of the answer. */
interface AskedQuestion {
  readonly kind: BulkQuestion
  /** Null where every marked item is left out. */
  readonly target: BulkTarget | null
  /** Those of the target that are loaded. */
  readonly items: readonly Item[]
  /** Marked items with something typed that was not approved yet: a decision for all would pass it over. */
  readonly drafted: readonly Item[]
  /** How many more are marked than one decision can be about. */
  readonly left: number
}

/** Decisions for the marked items, and filling down. */
class BulkDesk {
  #asked = $state.raw<AskedQuestion | null>(null)
  busy = $state(false)

  readonly marks = reviewDesk.queue.marks
  readonly question = $derived(this.#asked?.kind ?? null)
  /** How many the answer is about. */
  readonly count = $derived(this.#asked?.target?.items.length ?? 0)
  readonly draftedCount = $derived(this.#asked?.drafted.length ?? 0)
  readonly leftCount = $derived(this.#asked?.left ?? 0)

  get anyMarked(): boolean {
    return this.marks.count > 0
  }

  ask(kind: BulkQuestion): void {
    const { marks } = this
    const drafted = marks.items.filter((item) => drafts.isChanged(item))
    const target = withoutItems(marks.target, drafted)
    const left = marks.count - drafted.length - (target?.items.length ?? 0)
    this.#asked = { kind, target, items: marks.items, drafted, left }
  }

  dropQuestion(): void {
    this.#asked = null
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
    const asked = this.#asked
    if (asked?.target == null) return
    const result = await this.#decide(asked.target, action, words)
    if (result === null) return
    const { decided } = reviewDesk.queue
    const doneById = new Map(result.done.map((done) => [done.itemId, done]))
    for (const item of asked.items) {
      const done = doneById.get(item.id)
      if (done !== undefined && !isFirstOfTwo(done)) decided.add({ ...item, revision: done.revision })
    }
    reviewDesk.tally.add(action.kind, result.done)
    // What was held stays marked, so that it can be looked at.
    this.marks.only([...result.held.flatMap(({ itemIds }) => itemIds), ...asked.drafted.map(({ id }) => id)])
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
      this.dropQuestion()
    }
  }
}

/** Null where none is left. */
function withoutItems(target: BulkTarget | null, left: readonly Item[]): BulkTarget | null {
  const rest = target === null ? null : targetWithout(target, left)
  return rest === null || rest.items.length === 0 ? null : rest
}

export const bulkDesk = new BulkDesk()
