import { z } from 'zod'
import { itemStates } from '../item-states.ts'
import type { FoundItems } from '../bulk-decisions.ts'
import type { ItemCause, ItemDetail, ItemPage, KnownValue } from '../records.ts'
import { call, decision, folderId, itemId, queryText } from './call-spec.ts'

export const itemOrders = ['oldest_first', 'newest_first', 'by_entity', 'by_path', 'largest_first'] as const

/** Which items are meant, in whatever order. */
export const itemSelectionSchema = z.strictObject({
  /** Empty: every state. */
  states: z.array(z.enum(itemStates)).max(itemStates.length).default([]),
  /** Words and filters, as `item-query.ts` reads them. */
  text: queryText.default(''),
  folderId: folderId.optional(),
})
export type ItemSelection = z.infer<typeof itemSelectionSchema>

/** Finding items and looking at them. */
export const itemCalls = {
  /** Throws `query_refused` for a query that cannot be read. A page that would take long is given out before it is full. */
  'items.list': call(
    'engine',
    itemSelectionSchema.extend({
      order: z.enum(itemOrders).default('newest_first'),
      cursor: z.string().max(300).optional(),
      limit: z.int().min(1).max(500).default(100),
    }),
  ).returns<ItemPage>(),
  /**
   * How many there are; counting stops at `atMost`. Counting that would take long is given out before it is done: then
   * `goesOnAfter` is to be given back as `after`, and the counts are to be added up.
   */
  'items.count': call(
    'engine',
    itemSelectionSchema.extend({
      atMost: z.int().min(1).max(1_000_000).default(10_000),
      after: z.int().min(0).optional(),
    }),
  ).returns<{ count: number; isExact: boolean; goesOnAfter: number | null }>(),
  /**
   * Which items are meant now, each with its revision: what a decision for all of them names. No more than one decision
   * may be about.
   */
  'items.revisions': call('engine', itemSelectionSchema).returns<FoundItems>(),
  /** Which of the items are not as they were seen any more: what was decided of them then cannot be taken back. */
  'items.changedSince': call('engine', z.strictObject({ items: z.array(decision).max(20_000) })).returns<{
    changed: readonly number[]
  }>(),
  'items.get': call('engine', z.strictObject({ itemId })).returns<ItemDetail>(),
  /** Why items are held, the most frequent cause first. */
  'items.causes': call('engine', itemSelectionSchema).returns<{ causes: readonly ItemCause[] }>(),
  /** Values that the ledger knows, for completion: the most used of late first. */
  'items.known': call(
    'engine',
    z.strictObject({
      field: z.enum(['entity_id', 'media_type', 'operator']),
      /** What the value begins with, whatever its case. */
      prefix: z.string().max(128).default(''),
      limit: z.int().min(1).max(50).default(10),
    }),
  ).returns<{ values: readonly KnownValue[] }>(),
} as const
