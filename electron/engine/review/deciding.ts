import { IntrayError } from '../../shared/error-codes.ts'
import { itemStateLabels } from '../../shared/item-states.ts'
import type { ItemState } from '../../shared/item-states.ts'
import type { Item } from '../../shared/records.ts'

/** From which states a person may take which decision. Nothing that may have been sent is approved blindly. */
const decidableStates = {
  approve: ['needs_attention', 'awaiting_review', 'failed'],
  correct: ['needs_attention', 'awaiting_review', 'approved', 'retry_wait', 'failed'],
  reject: [
    'needs_attention',
    'awaiting_review',
    'approved',
    'retry_wait',
    'failed',
    'outcome_unknown',
    'missing',
  ],
  reopen: ['rejected'],
  retry: ['failed', 'retry_wait'],
  settle: ['outcome_unknown'],
} as const satisfies Record<string, readonly ItemState[]>

export type PersonsDecision = keyof typeof decidableStates

/** Throws `transition_refused` when the decision does not fit the item's state. */
export function refuseDecision(decision: PersonsDecision, item: Item): void {
  const states: readonly ItemState[] = decidableStates[decision]
  if (states.includes(item.state)) return
  throw new IntrayError(
    'transition_refused',
    `Item ${String(item.id)} is “${itemStateLabels[item.state]}”; to ${decision} it is not possible now.`,
  )
}
