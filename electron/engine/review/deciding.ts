import { IntrayError } from '../../shared/error-codes.ts'
import type { ItemState } from '../../shared/item-states.ts'
import type { Item } from '../../shared/records.ts'
import type { PersonsDecision } from '../../shared/sentences/decision-sentences.ts'
import { say } from '../../shared/sentences/say.ts'

interface DecisionRule {
  readonly states: readonly ItemState[]
  /** Whether it makes sense for an index file, which is read and never sent. */
  readonly forIndex: boolean
}

/** States before anything was sent. */
const unsent = ['identified', 'needs_attention', 'awaiting_review'] as const
const waitingForRetry = ['approved', 'retry_wait', 'failed'] as const

/** From which states a person may take which decision. Nothing that may have been sent is approved blindly. */
const decisionRules = {
  approve: { states: [...unsent, 'failed'], forIndex: false },
  correct: { states: [...unsent, ...waitingForRetry], forIndex: false },
  reject: {
    states: [...unsent, ...waitingForRetry, 'outcome_unknown', 'missing'],
    forIndex: true,
  },
  request_rescan: {
    states: [...unsent, ...waitingForRetry, 'missing'],
    forIndex: false,
  },
  look_up_entity: {
    states: [...unsent, ...waitingForRetry],
    forIndex: false,
  },
  reopen: { states: ['rejected'], forIndex: true },
  retry: { states: ['failed', 'retry_wait'], forIndex: false },
  prioritise: {
    states: [...unsent, ...waitingForRetry],
    forIndex: false,
  },
  repair: { states: [...unsent, ...waitingForRetry], forIndex: false },
  settle: { states: ['outcome_unknown'], forIndex: false },
} as const satisfies Record<PersonsDecision, DecisionRule>

/** Throws `transition_refused` when the decision does not fit the item's role or state. */
export function refuseDecision(decision: PersonsDecision, item: Pick<Item, 'role' | 'state'>): void {
  const { states, forIndex }: DecisionRule = decisionRules[decision]
  if (item.role === 'index' && !forIndex) {
    throw new IntrayError('transition_refused', say('index_is_never_sent'))
  }
  if (states.includes(item.state)) return
  throw new IntrayError('transition_refused', say('decision_impossible', { decision, state: item.state }))
}
