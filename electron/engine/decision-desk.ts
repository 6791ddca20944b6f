import { IntrayError } from '../shared/error-codes.ts'
import type { Item } from '../shared/records.ts'
import type { EntityLookUps } from './entity-look-ups.ts'
import type { Identifier } from './identification.ts'
import type { StepOutcome } from './ledger/decision-steps.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { PageRemoval } from './page-removal.ts'
import type { ReadingAgain } from './reading-again.ts'
import type { RepairDesk } from './repair-desk.ts'
import type { RescanSlips } from './rescan-slips.ts'
import type { ReviewPolicies } from './review-policies.ts'
import type { UnknownOutcomes } from './unknown-outcomes.ts'
import type { UploadLane } from './upload-lane.ts'

/** What decisions need. A session is one; the `intray` command has one without folders and uploads. */
export interface DecisionDesk {
  readonly ledger: Pick<Ledger, 'getItem' | 'getItems' | 'decideAll' | 'undoAll' | 'revisions'>
  readonly identifier: Pick<Identifier, 'findingsFor' | 'resolveMediaType'>
  readonly policies: ReviewPolicies
  readonly lane: Pick<UploadLane, 'kick'>
  readonly unknowns: Pick<UnknownOutcomes, 'lookUp' | 'lookUpLater'>
  readonly entities: Pick<EntityLookUps, 'lookUpNow'>
  readonly slips: Pick<RescanSlips, 'write' | 'remove'>
  readonly pages: Pick<PageRemoval, 'refuseWithoutOriginal' | 'remove'>
  readonly readingAgain: Pick<ReadingAgain, 'readItems'>
  /** Makes pictures smaller; absent where nothing can decode them. */
  readonly repairs?: Pick<RepairDesk, 'acceptBest'> | undefined
}

export interface DecisionContext {
  readonly desk: DecisionDesk
  /** Who decides. */
  readonly actor: string
  /** Until when an approval made now can be taken back; null: it is sent at once. */
  readonly sendsAfterMs: number | null
  now(): number
}

/** An item as the person saw it. */
export interface Target {
  readonly itemId: number
  readonly revision: number
}

/**
 * What became of the decision on one item. `unfinished` is why something is missing that should have followed from a
 * decision that was taken all the same.
 */
export type DecisionOutcome = Target & StepOutcome<Item> & { readonly unfinished?: IntrayError }

/** The item as it is now. */
export function targetOf({ id: itemId, revision }: Item): Target {
  return { itemId, revision }
}

/** A decision that was refused; any other error is thrown on. */
export function refused(item: Item, error: unknown): DecisionOutcome {
  if (error instanceof IntrayError) return { ...targetOf(item), refusal: error }
  throw error
}
