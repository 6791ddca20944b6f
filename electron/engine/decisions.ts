import type { Handlers } from '../shared/contract.ts'
import { IntrayError } from '../shared/error-codes.ts'
import { isBlocked } from '../shared/finding-codes.ts'
import type { Item } from '../shared/records.ts'
import type { EntityLookUps } from './entity-look-ups.ts'
import type { Identifier } from './identification.ts'
import type { Ledger } from './ledger/ledger.ts'
import { correctValues, refuseUnlessSendable } from './review/corrections.ts'
import type { Correction } from './review/corrections.ts'
import { refuseDecision } from './review/deciding.ts'
import type { ReadingAgain } from './reading-again.ts'
import type { RescanSlips } from './rescan-slips.ts'
import type { UnknownOutcomes } from './unknown-outcomes.ts'
import type { UploadLane } from './upload-lane.ts'

type DecisionCall = Extract<keyof Handlers<'engine'>, `review.${string}`>

/** What decisions need. A session is one; the `intray` command has one without folders and uploads. */
export interface DecisionDesk {
  readonly ledger: Pick<Ledger, 'getItem' | 'decide'>
  readonly identifier: Pick<Identifier, 'findingsFor' | 'resolveMediaType'>
  readonly lane: Pick<UploadLane, 'kick'>
  readonly unknowns: Pick<UnknownOutcomes, 'lookUp'>
  readonly entities: Pick<EntityLookUps, 'lookUpNow'>
  readonly slips: Pick<RescanSlips, 'write' | 'remove'>
  readonly readingAgain: Pick<ReadingAgain, 'readItems'>
}

export interface DecisionContext {
  readonly desk: DecisionDesk
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
  async 'review.approve'({ desk, actor, now }, { itemId, revision, reason, ...correction }) {
    const item = await itemAt(desk, itemId, revision)
    refuseDecision('approve', item)
    const values = correctValues(item, meant(desk, correction))
    const findings = await desk.identifier.findingsFor(item, values)
    refuseUnlessSendable(values, findings, reason)
    const approved = await desk.ledger.decide(
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
    desk.lane.kick()
    return approved
  },

  async 'review.correct'({ desk, actor, now }, { itemId, revision, ...correction }) {
    const item = await itemAt(desk, itemId, revision)
    refuseDecision('correct', item)
    const values = correctValues(item, meant(desk, correction))
    if (!values.byPerson) return item
    const findings = await desk.identifier.findingsFor(item, values)
    const to = isBlocked(findings) ? 'needs_attention' : 'awaiting_review'
    return desk.ledger.decide(
      { itemId, revision, actor, kind: 'item.corrected', to, values: { ...values, findings } },
      now(),
    )
  },

  async 'review.reject'({ desk, actor, now }, { itemId, revision, reason }) {
    refuseDecision('reject', await itemAt(desk, itemId, revision))
    return desk.ledger.decide(
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

  async 'review.requestRescan'({ desk, actor, now }, { itemId, revision, reason }) {
    refuseDecision('request_rescan', await itemAt(desk, itemId, revision))
    const rejected = await desk.ledger.decide(
      { itemId, revision, actor, kind: 'item.rescan_requested', to: 'rejected', reason },
      now(),
    )
    return desk.slips.write(rejected)
  },

  async 'review.lookUpEntity'({ desk }, { itemId, revision }) {
    const item = await itemAt(desk, itemId, revision)
    refuseDecision('look_up_entity', item)
    if (item.entityId === null) throw new IntrayError('item_blocked', 'The entity is missing.')
    await desk.entities.lookUpNow(item.entityId)
    // An answer as before changes no other item; this one shows its new time.
    await desk.readingAgain.readItems([itemId])
    return desk.ledger.getItem(itemId)
  },

  async 'review.reopen'({ desk, actor, now }, { itemId, revision }) {
    const item = await itemAt(desk, itemId, revision)
    refuseDecision('reopen', item)
    const to = isBlocked(item.findings) ? 'needs_attention' : 'awaiting_review'
    const reopened = await desk.ledger.decide(
      { itemId, revision, actor, kind: 'item.reopened', to, reason: null },
      now(),
    )
    // Nobody asks for the new scan any more.
    if (item.rescanSlip !== null) await desk.slips.remove(item.folderId, item.rescanSlip)
    return reopened
  },

  async 'review.retry'({ desk, actor, now }, { itemId, revision }) {
    const item = await itemAt(desk, itemId, revision)
    refuseDecision('retry', item)
    const again = await desk.ledger.decide(
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
    desk.lane.kick()
    return again
  },

  async 'review.prioritise'({ desk, actor, now }, { itemId, revision, priority }) {
    const item = await itemAt(desk, itemId, revision)
    refuseDecision('prioritise', item)
    if (item.priority === priority) return item
    const prioritised = await desk.ledger.decide(
      {
        itemId,
        revision,
        actor,
        kind: 'item.prioritised',
        priority,
        data: { before: item.priority, after: priority },
      },
      now(),
    )
    desk.lane.kick()
    return prioritised
  },

  async 'review.settleUnknown'({ desk, actor, now }, { itemId, revision, choice, reason }) {
    refuseDecision('settle', await itemAt(desk, itemId, revision))
    const arrived = choice === 'arrived'
    const settled = await desk.ledger.decide(
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
    desk.lane.kick()
    return settled
  },

  'review.lookUp': ({ desk }, { itemId, revision }) => desk.unknowns.lookUp(itemId, revision),
}

/** `passport` typed by a person is the media type of that name. */
function meant(desk: DecisionDesk, { mediaType, ...correction }: Correction): Correction {
  return mediaType === undefined
    ? correction
    : { ...correction, mediaType: desk.identifier.resolveMediaType(mediaType) }
}

async function itemAt(desk: DecisionDesk, itemId: number, revision: number): Promise<Item> {
  const item = await desk.ledger.getItem(itemId)
  if (item.revision !== revision) throw new IntrayError('stale_item', `Item ${String(itemId)}`)
  return item
}
