import type { Handlers } from '../shared/contract.ts'
import { IntrayError } from '../shared/error-codes.ts'
import { isBlocked } from '../shared/finding-codes.ts'
import type { Item } from '../shared/records.ts'
import { correctValues, refuseUnlessSendable } from './review/corrections.ts'
import { refuseDecision } from './review/deciding.ts'
import type { Session } from './session.ts'

type DecisionCall = Extract<keyof Handlers<'engine'>, `review.${string}`>

export interface DecisionContext {
  readonly session: Session
  /** Who decides. */
  readonly actor: string
  now(): number
}

type Decide<Name extends DecisionCall> = (
  context: DecisionContext,
  input: Parameters<Handlers<'engine'>[Name]>[0],
) => Promise<Item>

/** What a person may decide, and what follows from it. Each handler is one decision on one revision. */
export const decisions: { readonly [Name in DecisionCall]: Decide<Name> } = {
  async 'review.approve'({ session, actor, now }, { itemId, revision, reason, ...correction }) {
    const item = await itemAt(session, itemId, revision)
    refuseDecision('approve', item)
    const values = correctValues(item, correction)
    const findings = await session.identifier.findingsFor(item, values)
    refuseUnlessSendable(values, findings, reason)
    const approved = await session.ledger.decide(
      {
        itemId,
        revision,
        actor,
        kind: 'item.approved',
        to: 'approved',
        values: { ...values, findings },
        startsAnew: true,
        ...(reason === undefined || reason === '' ? {} : { reason }),
      },
      now(),
    )
    session.lane.kick()
    return approved
  },

  async 'review.correct'({ session, actor, now }, { itemId, revision, ...correction }) {
    const item = await itemAt(session, itemId, revision)
    refuseDecision('correct', item)
    const values = correctValues(item, correction)
    if (!values.byPerson) return item
    const findings = await session.identifier.findingsFor(item, values)
    const to = isBlocked(findings) ? 'needs_attention' : 'awaiting_review'
    return session.ledger.decide(
      { itemId, revision, actor, kind: 'item.corrected', to, values: { ...values, findings } },
      now(),
    )
  },

  async 'review.reject'({ session, actor, now }, { itemId, revision, reason }) {
    refuseDecision('reject', await itemAt(session, itemId, revision))
    return session.ledger.decide(
      {
        itemId,
        revision,
        actor,
        kind: 'item.rejected',
        to: 'rejected',
        reason: reason === '' ? null : reason,
      },
      now(),
    )
  },

  async 'review.reopen'({ session, actor, now }, { itemId, revision }) {
    const item = await itemAt(session, itemId, revision)
    refuseDecision('reopen', item)
    const to = isBlocked(item.findings) ? 'needs_attention' : 'awaiting_review'
    return session.ledger.decide({ itemId, revision, actor, kind: 'item.reopened', to, reason: null }, now())
  },

  async 'review.retry'({ session, actor, now }, { itemId, revision }) {
    const item = await itemAt(session, itemId, revision)
    refuseDecision('retry', item)
    const again = await session.ledger.decide(
      {
        itemId,
        revision,
        actor,
        kind: 'item.approved',
        to: 'approved',
        startsAnew: true,
        data: { again: true },
      },
      now(),
    )
    session.lane.kick()
    return again
  },

  async 'review.settleUnknown'({ session, actor, now }, { itemId, revision, choice, reason }) {
    refuseDecision('settle', await itemAt(session, itemId, revision))
    const arrived = choice === 'arrived'
    const settled = await session.ledger.decide(
      {
        itemId,
        revision,
        actor,
        kind: 'outcome.settled',
        to: arrived ? 'uploaded' : 'approved',
        reason,
        data: { choice },
        ...(arrived ? { uploadedAtMs: now() } : { startsAnew: true }),
      },
      now(),
    )
    session.lane.kick()
    return settled
  },

  'review.lookUp': ({ session }, { itemId, revision }) => session.unknowns.lookUp(itemId, revision),
}

async function itemAt(session: Session, itemId: number, revision: number): Promise<Item> {
  const item = await session.ledger.getItem(itemId)
  if (item.revision !== revision) throw new IntrayError('stale_item', `Item ${String(itemId)}`)
  return item
}
