import type { ItemState } from './item-states.ts'

/** How many characters a query may have. */
export const longestQuery = 1_000

/** What a query asks for. Everything that is given must hold; of several values of one kind any may hold. */
export interface ItemQuery {
  /** Free words: any part of a path, an entity, a media type, or the beginning of a SHA-256. */
  readonly words: readonly string[]
  /** Words that must not stand in path, entity or media type. */
  readonly without: readonly string[]
  readonly states: readonly ItemState[]
  readonly folders: readonly string[]
  /** The entity as a whole; with `*` at the end, what it begins with. */
  readonly entities: readonly string[]
  readonly mediaTypes: readonly string[]
  /** Who decided something about the item. */
  readonly operators: readonly string[]
  /** Who decided about the item last, exactly so written; `none`: nobody, or it was taken back. */
  readonly deciders: readonly string[]
  /** Codes of findings. */
  readonly findings: readonly string[]
  /** Codes of failures, of the item's last one or of any attempt. */
  readonly errors: readonly string[]
  readonly hashes: readonly string[]
  readonly ids: readonly number[]
  /** First seen, sent to the endpoint, changed: from the first to the last day, both included. */
  readonly seen: DayRange | null
  readonly sent: DayRange | null
  readonly changed: DayRange | null
  /** On these days a person decided something about it; where operators are given, one of them did. */
  readonly decided: DayRange | null
  readonly is: readonly ItemTrait[]
}

/** `2026-11-01` to `2026-11-30`; null: open at that end. In the computer's own time. */
export interface DayRange {
  readonly from: string | null
  readonly to: string | null
}

/**
 * `rescan`: asked for or answered. `duplicate`: its content was seen before. `sent_twice`: accepted more than once.
 * `repaired`, `reconstructed`, `corrected`, `erased`, `waiting_second`: as the item's fields say.
 */
export const itemTraits = [
  'rescan',
  'duplicate',
  'sent_twice',
  'repaired',
  'reconstructed',
  'corrected',
  'erased',
  'waiting_second',
  'index',
] as const
export type ItemTrait = (typeof itemTraits)[number]
