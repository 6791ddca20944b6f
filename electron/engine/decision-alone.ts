import type { BulkAction } from '../shared/calls/review-calls.ts'
import { IntrayError } from '../shared/error-codes.ts'
import type { Item } from '../shared/records.ts'
import type { DecisionContext, Target } from './decision-desk.ts'
import type { PlannedAction } from './decision-plan.ts'
import type { StepOutcome } from './ledger/decision-steps.ts'
import { refuseDecision } from './review/deciding.ts'
import { say } from '../shared/sentences/say.ts'

/** What takes its time, because it asks the endpoint or makes a picture, is done for one item after the other. */
export async function tryAlone(
  context: DecisionContext,
  action: Exclude<BulkAction, PlannedAction | { readonly kind: 'undo' }>,
  target: Target,
): Promise<StepOutcome<Item>> {
  const { desk } = context
  try {
    switch (action.kind) {
      case 'look_up':
        return { done: await desk.unknowns.lookUp(target.itemId, target.revision) }
      case 'look_up_entity':
        return { done: await lookUpEntity(context, target) }
      case 'accept_repair':
        return { done: await acceptRepair(context, target) }
    }
  } catch (error) {
    if (error instanceof IntrayError) return { refusal: error }
    throw error
  }
}

function acceptRepair({ desk, actor }: DecisionContext, target: Target): Promise<Item> {
  if (desk.repairs === undefined) throw new IntrayError('engine_unavailable', say('running_engine_needed'))
  return desk.repairs.acceptBest(target, { actor, byPolicy: false })
}

async function lookUpEntity({ desk }: DecisionContext, { itemId }: Target): Promise<Item> {
  const item = await desk.ledger.getItem(itemId)
  refuseDecision('look_up_entity', item)
  if (item.entityId === null) throw new IntrayError('item_blocked', say('entity_lacks'))
  await desk.entities.lookUpNow(item.entityId)
  // An answer as before changes no other item; this one shows its new time.
  await desk.readingAgain.readItems([itemId])
  return desk.ledger.getItem(itemId)
}
