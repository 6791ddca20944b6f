import type { Item } from '../shared/records.ts'
import { IntrayError } from '../shared/error-codes.ts'
import { targetOf } from './decision-desk.ts'
import type { DecisionContext, DecisionDesk, DecisionOutcome, Target } from './decision-desk.ts'
import { say } from '../shared/sentences/say.ts'

/** Takes the last decision on each item back, with what it brought about outside of the ledger. */
export async function undoDecided(
  { desk, actor, sendsAfterMs, now }: DecisionContext,
  items: readonly Item[],
): Promise<DecisionOutcome[]> {
  const outcomes: DecisionOutcome[] = []
  const possible: Item[] = []
  for (const item of items) {
    const refusal = await refusalOf(desk, item)
    if (refusal === null) possible.push(item)
    else outcomes.push({ ...targetOf(item), refusal })
  }
  if (possible.length === 0) return outcomes
  const requests = possible.map((item) => ({ ...targetOf(item), actor, sendsAfterMs }))
  const steps = await desk.ledger.undoAll(requests, now())
  for (const [index, step] of steps.entries()) {
    const target = requests[index]
    if (target === undefined) throw new Error('the ledger took something else back')
    const { itemId, revision } = target
    if ('refusal' in step) {
      outcomes.push({ itemId, revision, refusal: step.refusal })
      continue
    }
    const { item, slip, hadPages } = step.done
    if (hadPages) await desk.pages.remove(item.id)
    if (slip !== null) await desk.slips.remove(item.folderId, slip)
    if (item.state === 'outcome_unknown') desk.unknowns.lookUpLater(item)
    outcomes.push({ itemId, revision, done: item })
  }
  desk.lane.kick()
  return outcomes
}

/** Refuses to undo items that are not as they were, and says what happened to them: that they were sent, for one. */
export async function refuseLate(
  { desk, actor, now }: DecisionContext,
  targets: readonly Target[],
): Promise<DecisionOutcome[]> {
  if (targets.length === 0) return []
  const requests = targets.map((target) => ({ ...target, actor, sendsAfterMs: null }))
  const steps = await desk.ledger.undoAll(requests, now())
  return steps.flatMap((step, index) => {
    const target = targets[index]
    if (target === undefined || 'done' in step) throw new Error('the ledger took back what had changed')
    return [{ ...target, refusal: step.refusal }]
  })
}

/** Why a decision cannot be taken back that the ledger alone could take back; null where nothing is in the way. */
async function refusalOf({ policies, pages }: DecisionDesk, item: Item): Promise<IntrayError | null> {
  if (item.state === 'uploaded' && !policies.leavesFiles(item.folderId)) {
    return new IntrayError('undo_refused', say('put_away_after_upload'))
  }
  if (item.state !== 'rejected') return null
  try {
    await pages.refuseWithoutOriginal(item)
    return null
  } catch (error) {
    if (error instanceof IntrayError) return error
    throw error
  }
}
