import { IntrayError } from '../../shared/error-codes.ts'
import { itemStateLabels } from '../../shared/item-states.ts'
import type { ItemState } from '../../shared/item-states.ts'
import type { Item } from '../../shared/records.ts'

interface DecisionRule {
  /** As it stands after "to". */
  readonly words: string
  readonly states: readonly ItemState[]
  /** Whether it makes sense for an index file, which is read and never sent. */
  readonly forIndex: boolean
}

/** States before anything was sent. */
const unsent = ['identified', 'needs_attention', 'awaiting_review'] as const
const waitingForRetry = ['approved', 'retry_wait', 'failed'] as const

/** From which states a person may take which decision. Nothing that may have been sent is approved blindly. */
const decisionRules = {
  approve: { words: 'approve it', states: [...unsent, 'failed'], forIndex: false },
  correct: { words: 'correct it', states: [...unsent, ...waitingForRetry], forIndex: false },
  reject: {
    words: 'reject it',
    states: [...unsent, ...waitingForRetry, 'outcome_unknown', 'missing'],
    forIndex: true,
  },
  request_rescan: {
    words: 'ask for a new scan',
    states: [...unsent, ...waitingForRetry, 'missing'],
    forIndex: false,
  },
  look_up_entity: {
    words: 'look up its entity',
    states: [...unsent, ...waitingForRetry],
    forIndex: false,
  },
  reopen: { words: 'reopen it', states: ['rejected'], forIndex: true },
  retry: { words: 'retry it', states: ['failed', 'retry_wait'], forIndex: false },
  prioritise: {
    words: 'send it before or after others',
    states: [...unsent, ...waitingForRetry],
    forIndex: false,
  },
  repair: { words: 'make it smaller', states: [...unsent, ...waitingForRetry], forIndex: false },
  settle: { words: 'settle it', states: ['outcome_unknown'], forIndex: false },
} as const satisfies Record<string, DecisionRule>

export type PersonsDecision = keyof typeof decisionRules

/** Throws `transition_refused` when the decision does not fit the item's role or state. */
export function refuseDecision(decision: PersonsDecision, item: Pick<Item, 'role' | 'state'>): void {
  const { words, states, forIndex }: DecisionRule = decisionRules[decision]
  if (item.role === 'index' && !forIndex) {
    throw new IntrayError(
      'transition_refused',
      'It is an index file, which is read and never sent. It can be rejected or reopened.',
    )
  }
  if (states.includes(item.state)) return
  throw new IntrayError(
    'transition_refused',
    `It is “${itemStateLabels[item.state]}”; to ${words} is not possible now.`,
  )
}
