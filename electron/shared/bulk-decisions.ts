import type { Failure } from './error-codes.ts'
import type { ItemState } from './item-states.ts'

/** An item as it was seen. */
export interface ItemRevision {
  readonly itemId: number
  readonly revision: number
}

/** What a selection found at one moment. */
export interface FoundItems {
  /** In the order in which they were seen; not all where there are too many. */
  readonly items: readonly ItemRevision[]
  /** How many there are in all. */
  readonly count: number
}

/** What became of one decision for many items. Every item that was meant stands in exactly one list. */
export interface BulkResult {
  readonly done: readonly DecidedItem[]
  /** Items that were left as they are, by the reason. */
  readonly held: readonly ItemsByFailure[]
  /** Which of `done` lack what should have followed, by the reason: the slip that asks for a new scan. */
  readonly unfinished?: readonly ItemsByFailure[]
}

export interface ItemsByFailure {
  readonly failure: Failure
  readonly itemIds: readonly number[]
}

/** An item after a decision about it. */
export interface DecidedItem {
  readonly itemId: number
  /** After the decision, so that it can be undone. */
  readonly revision: number
  /** Tells a first approval of two, which leaves the item in review, from an approval. */
  readonly state: ItemState
  readonly sendsAfterMs: number | null
}
