import { z } from 'zod'
import { fieldsSchema } from '../rules.ts'
import { priorities } from '../settings/folder.ts'
import { recipeSchema } from '../repair.ts'
import type { RepairProposal } from '../repair.ts'
import type { BulkResult } from '../bulk-decisions.ts'
import type { Item, OperatorState } from '../records.ts'
import { itemSelectionSchema } from './item-calls.ts'
import { call, decision, entityId, mediaType, nothing, reason } from './call-spec.ts'

const correction = z.strictObject({
  entityId: entityId.optional(),
  mediaType: mediaType.optional(),
  fields: fieldsSchema.optional(),
})

/** One decision for many items. */
export const bulkActionSchema = z.discriminatedUnion('kind', [
  correction.extend({ kind: z.literal('approve'), reason: reason.optional() }),
  correction.extend({ kind: z.literal('correct') }),
  z.strictObject({ kind: z.literal('reject'), reason }),
  z.strictObject({ kind: z.literal('request_rescan'), reason: reason.min(1) }),
  z.strictObject({ kind: z.literal('reopen') }),
  z.strictObject({ kind: z.literal('retry') }),
  z.strictObject({ kind: z.literal('look_up') }),
  z.strictObject({ kind: z.literal('look_up_entity') }),
  z.strictObject({ kind: z.literal('accept_repair') }),
  z.strictObject({ kind: z.literal('prioritise'), priority: z.enum(priorities).nullable() }),
  z.strictObject({
    kind: z.literal('settle_unknown'),
    choice: z.enum(['arrived', 'send_again']),
    reason: reason.min(1),
  }),
  z.strictObject({ kind: z.literal('undo') }),
])
export type BulkAction = z.infer<typeof bulkActionSchema>

export const maxBulkItems = 20_000

/** What a person decides. Each decision is on one revision of an item; with PINs somebody must be signed in. */
export const reviewCalls = {
  /**
   * Corrects and approves in one step. A `reason` is needed to send in spite of a blocking finding. Where two persons
   * must agree, the first approval leaves the item in review with `firstApproval` set.
   */
  'review.approve': call(
    'engine',
    decision.extend({ ...correction.shape, reason: reason.optional() }),
  ).returns<Item>(),
  'review.correct': call('engine', decision.extend(correction.shape)).returns<Item>(),
  /** Rejects the item and writes a slip into the folder's `rescan` sub-folder. */
  'review.requestRescan': call('engine', decision.extend({ reason: reason.min(1) })).returns<Item>(),
  /** Asks the endpoint now whether it knows the item's entity. */
  'review.lookUpEntity': call('engine', decision).returns<Item>(),
  'review.reject': call('engine', decision.extend({ reason })).returns<Item>(),
  'review.reopen': call('engine', decision).returns<Item>(),
  'review.retry': call('engine', decision).returns<Item>(),
  /** A person decides what is true of an upload whose answer never came. */
  'review.settleUnknown': call(
    'engine',
    decision.extend({ choice: z.enum(['arrived', 'send_again']), reason: reason.min(1) }),
  ).returns<Item>(),
  /** Looks at the endpoint whether an unknown upload arrived. Leaves the item as it is when it cannot tell. */
  'review.lookUp': call('engine', decision).returns<Item>(),
  /** Sends an item before or after others; null: as its folder says. */
  'review.prioritise': call(
    'engine',
    decision.extend({ priority: z.enum(priorities).nullable() }),
  ).returns<Item>(),
  /**
   * Takes the item's last decision back and restores state and values from before it. Throws `undo_refused` when
   * something else happened since: sending began, or somebody else decided.
   */
  'review.undo': call('engine', decision).returns<Item>(),
  /**
   * One decision for many items. Each item is done or held by itself; the result names every one. Where the items are
   * all that a selection found when the person was asked, `foundBy` is that selection: what it finds besides has come
   * since, and is held with `arrived_later`.
   */
  'review.bulk': call(
    'engine',
    z.strictObject({
      target: z.strictObject({
        items: z.array(decision).min(1).max(maxBulkItems),
        foundBy: itemSelectionSchema.optional(),
      }),
      action: bulkActionSchema,
    }),
  ).returns<BulkResult>(),

  /** Makes the picture smaller than the limit, or as the recipe says, and changes nothing. Throws `repair_refused`. */
  'repair.propose': call(
    'engine',
    decision.extend({ recipe: recipeSchema.optional() }),
  ).returns<RepairProposal>(),
  /** Sends the repaired picture in place of the original. The proposal must have been made before. */
  'repair.accept': call('engine', decision.extend({ recipe: recipeSchema })).returns<Item>(),
  /** Goes back to the original. */
  'repair.discard': call('engine', decision).returns<Item>(),

  'operator.get': call('engine', nothing).returns<OperatorState>(),
  /** Throws `pin_refused`; waits longer after each wrong PIN. */
  'operator.signIn': call(
    'engine',
    z.strictObject({ name: z.string().min(1).max(120), pin: z.string().min(4).max(64) }),
  ).returns<OperatorState>(),
  'operator.signOut': call('engine', nothing).returns<OperatorState>(),
  /** What the settings keep of a new PIN. */
  'operator.makePin': call('engine', z.strictObject({ pin: z.string().min(4).max(64) })).returns<{
    pin: string
  }>(),
} as const
