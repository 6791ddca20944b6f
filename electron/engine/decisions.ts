import type { Handlers } from '../shared/contract.ts'
import type { Item } from '../shared/records.ts'
import { decideOne } from './decision-run.ts'
import type { DecisionContext } from './decision-desk.ts'

type SingleCall = Exclude<Extract<keyof Handlers<'engine'>, `review.${string}`>, 'review.bulk'>

type Decide<Name extends SingleCall> = (
  context: DecisionContext,
  input: Parameters<Handlers<'engine'>[Name]>[0],
) => Promise<Item>

/** What a person may decide, and what follows from it. Each handler is one decision on one revision. */
export const decisions: { readonly [Name in SingleCall]: Decide<Name> } = {
  'review.approve': (context, { itemId, revision, ...rest }) =>
    decideOne(context, { kind: 'approve', ...rest }, { itemId, revision }),
  'review.correct': (context, { itemId, revision, ...rest }) =>
    decideOne(context, { kind: 'correct', ...rest }, { itemId, revision }),
  'review.reject': (context, { itemId, revision, reason }) =>
    decideOne(context, { kind: 'reject', reason }, { itemId, revision }),
  'review.requestRescan': (context, { itemId, revision, reason }) =>
    decideOne(context, { kind: 'request_rescan', reason }, { itemId, revision }),
  'review.lookUpEntity': (context, target) => decideOne(context, { kind: 'look_up_entity' }, target),
  'review.reopen': (context, target) => decideOne(context, { kind: 'reopen' }, target),
  'review.retry': (context, target) => decideOne(context, { kind: 'retry' }, target),
  'review.prioritise': (context, { itemId, revision, priority }) =>
    decideOne(context, { kind: 'prioritise', priority }, { itemId, revision }),
  'review.settleUnknown': (context, { itemId, revision, choice, reason }) =>
    decideOne(context, { kind: 'settle_unknown', choice, reason }, { itemId, revision }),
  'review.lookUp': (context, target) => decideOne(context, { kind: 'look_up' }, target),
  'review.undo': (context, target) => decideOne(context, { kind: 'undo' }, target),
}
