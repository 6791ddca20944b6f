import type { Item } from '../shared/records.ts'
import { IntrayError } from '../shared/error-codes.ts'
import { targetOf } from './decision-desk.ts'
import type { DecisionContext, DecisionOutcome } from './decision-desk.ts'

/** Takes the last decision on each item back, with what it brought about outside of the ledger. */
export async function undoDecided(
  { desk, actor, sendsAfterMs, now }: DecisionContext,
  items: readonly Item[],
): Promise<DecisionOutcome[]> {
  const outcomes: DecisionOutcome[] = []
  const possible = items.filter((item) => {
    const isLeaving = item.state === 'uploaded' && !desk.policies.leavesFiles(item.folderId)
    if (isLeaving) {
      const refusal = new IntrayError('undo_refused', 'Its file is put away, as after every upload.')
      outcomes.push({ ...targetOf(item), refusal })
    }
    return !isLeaving
  })
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
    const { item, slip } = step.done
    if (slip !== null) await desk.slips.remove(item.folderId, slip)
    if (item.state === 'outcome_unknown') desk.unknowns.lookUpLater(item)
    outcomes.push({ itemId, revision, done: item })
  }
  desk.lane.kick()
  return outcomes
}
