import { z } from 'zod'
import { longestQuery } from '../item-query.ts'

/**
 * Who answers a call. `engine`: main relays it. `main`: the shell answers. `engine_private`: only main may
 * ask the engine; the window cannot.
 */
export type CallOwner = 'engine' | 'main' | 'engine_private'

export interface CallSpec<
  Owner extends CallOwner = CallOwner,
  Input extends z.ZodType = z.ZodType,
  Output = unknown,
> {
  readonly owner: Owner
  readonly input: Input
  /** Carries the output type; never set. */
  readonly output?: Output
}

/** Describes one call; `returns` gives it the type of its answer. */
export function call<Owner extends CallOwner, Input extends z.ZodType>(owner: Owner, input: Input) {
  return { returns: <Output>(): CallSpec<Owner, Input, Output> => ({ owner, input }) }
}

export const nothing = z.strictObject({})
export const itemId = z.int().positive()
export const revision = z.int().nonnegative()
export const entityId = z.string().max(128)
export const mediaType = z.string().max(200)
export const reason = z.string().trim().max(1_000)
/** A decision names the revision of the item that the person saw. */
export const decision = z.strictObject({ itemId, revision })
export const folderId = z.string().max(64)
export const path = z.string().max(40_000)
/** A query as `item-query.ts` reads it: words, and filters such as `entity:4711`. */
export const queryText = z.string().max(longestQuery)
/** `2026-11-23`, in the computer's own time. */
export const day = z.iso.date()
