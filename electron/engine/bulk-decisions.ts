import type { BulkAction } from '../shared/calls/review-calls.ts'
import { maxBulkItems } from '../shared/calls/review-calls.ts'
import type { ItemSelection } from '../shared/calls/item-calls.ts'
import { IntrayError, toFailure } from '../shared/error-codes.ts'
import type { Failure } from '../shared/error-codes.ts'
import type { BulkResult, DecidedItem, ItemsByFailure } from '../shared/bulk-decisions.ts'
import { decideTogether } from './decision-run.ts'
import type { DecisionContext, DecisionDesk, DecisionOutcome, Target } from './decision-desk.ts'
import type { ActionOf } from './decision-run.ts'

/**
 * Items as a person saw them, with the selection that found them all; or all that match when the decision is taken,
 * where nobody is asked before.
 */
export type BulkTarget =
  | { readonly items: readonly Target[]; readonly foundBy?: ItemSelection | undefined }
  | { readonly selection: ItemSelection }

/** So many are decided in one go; then everything else has its turn. */
const pageSize = 100

/**
 * Takes one decision on many items, each by itself and exactly as if it were the only one. Where the ledger fails on
 * the way, what was decided before stays decided, and the others are refused for that.
 */
export async function decideForMany(
  contextFor: (itemCount: number) => DecisionContext,
  target: BulkTarget,
  action: BulkAction | ActionOf,
): Promise<DecisionOutcome[]> {
  const { desk } = contextFor(1)
  const targets = await targetsOf(desk, target)
  const arrived = await arrivedSince(desk, target)
  const context = contextFor(targets.length)
  const actionOf = typeof action === 'function' ? action : () => action
  const outcomes = arrived.map((one): DecisionOutcome => ({
    ...one,
    refusal: new IntrayError('arrived_later'),
  }))
  for (let from = 0; from < targets.length; from += pageSize) {
    const page = targets.slice(from, from + pageSize)
    try {
      outcomes.push(...(await decideTogether(context, actionOf, page)))
    } catch (error) {
      if (from === 0 || !(error instanceof IntrayError)) throw error
      return [...outcomes, ...targets.slice(from).map((one) => ({ ...one, refusal: error }))]
    }
    await new Promise(setImmediate)
  }
  return outcomes
}

/** In the order in which they were seen, each once. */
async function targetsOf({ ledger }: Pick<DecisionDesk, 'ledger'>, target: BulkTarget): Promise<Target[]> {
  if ('items' in target) {
    const byId = new Map(target.items.map((item) => [item.itemId, item]))
    return [...byId.values()].sort((one, other) => one.itemId - other.itemId)
  }
  return [...(await ledger.revisions(target.selection, maxBulkItems)).items]
}

/** What the selection finds now besides the items that the person was asked about. */
async function arrivedSince({ ledger }: Pick<DecisionDesk, 'ledger'>, target: BulkTarget): Promise<Target[]> {
  if (!('items' in target) || target.foundBy === undefined) return []
  const asked = new Set(target.items.map(({ itemId }) => itemId))
  const found = await ledger.revisions(target.foundBy, asked.size + maxBulkItems)
  return found.items.filter(({ itemId }) => !asked.has(itemId))
}

/** Every item is done or held; those with the same reason stand together. */
export function bulkResultOf(outcomes: readonly DecisionOutcome[]): BulkResult {
  const done = outcomes.flatMap((outcome): DecidedItem[] => {
    if (!('done' in outcome)) return []
    const { revision, state, sendsAfterMs } = outcome.done
    return [{ itemId: outcome.itemId, revision, state, sendsAfterMs }]
  })
  const held = byFailure(outcomes, (outcome) => ('refusal' in outcome ? outcome.refusal : undefined))
  const unfinished = byFailure(outcomes, (outcome) => outcome.unfinished)
  return { done, held, ...(unfinished.length > 0 && { unfinished }) }
}

function byFailure(
  outcomes: readonly DecisionOutcome[],
  errorOf: (outcome: DecisionOutcome) => IntrayError | undefined,
): readonly ItemsByFailure[] {
  const groups = new Map<string, { failure: Failure; itemIds: number[] }>()
  for (const outcome of outcomes) {
    const error = errorOf(outcome)
    if (error === undefined) continue
    const failure = toFailure(error)
    const key = `${failure.code} ${failure.detail}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { failure, itemIds: [outcome.itemId] })
    else group.itemIds.push(outcome.itemId)
  }
  return [...groups.values()]
}
