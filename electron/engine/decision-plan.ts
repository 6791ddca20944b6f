import type { BulkAction } from '../shared/calls/review-calls.ts'
import { IntrayError } from '../shared/error-codes.ts'
import { isBlocked } from '../shared/finding-codes.ts'
import type { Finding } from '../shared/finding-codes.ts'
import type { Item } from '../shared/records.ts'
import type { Decision } from './ledger/decision-steps.ts'
import { correctValues, refuseUnlessSendable } from './review/corrections.ts'
import type { CorrectedValues } from './review/corrections.ts'
import { refuseDecision } from './review/deciding.ts'
import type { PersonsDecision } from '../shared/sentences/decision-sentences.ts'
import { isSamePerson } from './review/second-review.ts'

/** A decision that the ledger takes in one step, out of what is known of the item. */
export type PlannedAction = Extract<BulkAction, { readonly kind: keyof typeof decisionOf }>

/** What a person wants, by what it is called where states are looked up. */
const decisionOf = {
  approve: 'approve',
  correct: 'correct',
  reject: 'reject',
  request_rescan: 'request_rescan',
  reopen: 'reopen',
  retry: 'retry',
  prioritise: 'prioritise',
  settle_unknown: 'settle',
} as const satisfies Record<string, PersonsDecision>

export interface PlanContext {
  readonly actor: string
  readonly nowMs: number
  /** Until when an approval can be taken back; null: it is sent at once. */
  readonly sendsAfterMs: number | null
  /** Whether two persons must approve. */
  needsSecondReview(folderId: string, mediaType: string | null): boolean
}

/** The values that a decision gives, with the findings that hold for them. */
export interface JudgedValues {
  readonly values: CorrectedValues
  readonly findings: readonly Finding[]
}

type Plan = Omit<Decision, 'itemId' | 'revision' | 'actor'>

export function isPlanned(action: BulkAction): action is PlannedAction {
  return Object.hasOwn(decisionOf, action.kind)
}

/** The values after the action, whose findings must be known to plan it; null for one that gives none. */
export function valuesOf(item: Item, action: PlannedAction): CorrectedValues | null {
  if (action.kind !== 'approve' && action.kind !== 'correct') return null
  refuseDecision(decisionOf[action.kind], item)
  return correctValues(item, action)
}

/**
 * What enters the ledger; null where the item is already as it should be. Throws `transition_refused`, `item_blocked`
 * and `second_reviewer_needed`.
 */
export function planDecision(
  item: Item,
  action: PlannedAction,
  judged: JudgedValues | null,
  context: PlanContext,
): Plan | null {
  refuseDecision(decisionOf[action.kind], item)
  switch (action.kind) {
    case 'approve':
      return judged === null ? null : planApproval(item, judged, action.reason, context)
    case 'correct':
      return judged?.values.byPerson === true
        ? { kind: 'item.corrected', to: unsentStateOf(judged.findings), values: given(judged) }
        : null
    case 'reject':
      return { kind: 'item.rejected', to: 'rejected', reason: action.reason === '' ? null : action.reason }
    case 'request_rescan':
      return { kind: 'item.rescan_requested', to: 'rejected', reason: action.reason }
    case 'reopen':
      return { kind: 'item.reopened', to: unsentStateOf(item.findings), reason: null }
    case 'retry':
      return { ...approved(context), ...again(item, context), data: { again: true } }
    case 'prioritise':
      if (item.priority === action.priority) return null
      return {
        kind: 'item.prioritised',
        priority: action.priority,
        data: { before: item.priority, after: action.priority },
      }
    case 'settle_unknown': {
      const { choice, reason } = action
      const told = { kind: 'outcome.settled', reason, data: { choice } } as const
      return choice === 'arrived'
        ? { ...told, to: 'uploaded', uploadedAtMs: context.nowMs }
        : { ...approved(context), ...again(item, context), ...told }
    }
  }
}

/**
 * Where two persons must approve, the first one's approval is about just these values: a correction in the second one
 * makes its author the first.
 */
function planApproval(
  item: Item,
  judged: JudgedValues,
  reason: string | undefined,
  context: PlanContext,
): Plan {
  const { values, findings } = judged
  refuseUnlessSendable(values, findings, reason)
  const told = {
    values: given(judged),
    ...(reason === undefined || reason === '' ? {} : { reason }),
  }
  if (!context.needsSecondReview(item.folderId, values.mediaType)) return { ...approved(context), ...told }
  const first = values.byPerson ? null : item.firstApproval
  if (first === null) {
    const firstApproval = { by: context.actor, atMs: context.nowMs }
    return { kind: 'item.first_approved', to: unsentStateOf(findings), firstApproval, ...told }
  }
  if (isSamePerson(first.by, context.actor)) throw new IntrayError('second_reviewer_needed')
  return { ...approved(context), ...told, data: { firstApproval: first } }
}

/** What was approved once is sent again as it is; a rule of two persons that came later holds for it too. */
function again({ folderId, mediaType }: Item, context: PlanContext) {
  return context.needsSecondReview(folderId, mediaType) ? { needsTwoApprovals: true } : {}
}

function approved({ sendsAfterMs }: PlanContext) {
  return { kind: 'item.approved', to: 'approved', startsAnew: true, sendsAfterMs } as const
}

function given({ values, findings }: JudgedValues): NonNullable<Decision['values']> {
  return { ...values, findings }
}

function unsentStateOf(findings: readonly Finding[]): 'needs_attention' | 'awaiting_review' {
  return isBlocked(findings) ? 'needs_attention' : 'awaiting_review'
}
