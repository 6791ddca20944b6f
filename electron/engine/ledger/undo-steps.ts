import { IntrayError } from '../../shared/error-codes.ts'
import { itemStates } from '../../shared/item-states.ts'
import type { ItemState } from '../../shared/item-states.ts'
import type { AuditKind, Item } from '../../shared/records.ts'
import { writeStep } from './connection.ts'
import type { Connection } from './connection.ts'
import { changeBack } from './change-back.ts'
import { outcomeOf } from './decision-steps.ts'
import type { StepOutcome } from './decision-steps.ts'
import { toItem } from './item-record.ts'
import { engineActor } from './item-rows.ts'
import type { ItemChange, ItemRows } from './item-rows.ts'
import type { TakePagesBack } from './split-undo.ts'
import { asNumber, parseObject } from './stored-event.ts'
import type { StoredEvent } from './stored-event.ts'
import { say } from '../../shared/sentences/say.ts'
import type { SentenceCode } from '../../shared/sentences/say.ts'

/** Whose last decision is to be taken back, and by whom. */
export interface UndoRequest {
  readonly itemId: number
  readonly revision: number
  readonly actor: string
  /** Until when the item is held back once more, where it is approved again then; null: not at all. */
  readonly sendsAfterMs: number | null
}

export interface Undone {
  readonly item: Item
  /** The slip that asked for a new scan, relative to the watched folder, where that was taken back. */
  readonly slip: string | null
  /** True where the pages of a split are one picture again: their files are to go. */
  readonly hadPages: boolean
}

export interface UndoSteps {
  /**
   * Takes the last decision on each item back: the item is as before it. Decisions before that one can follow, one by
   * one. All in one transaction; each is done or refused by itself. Refusals: `item_not_found`, `stale_item`, and
   * `undo_refused` where something else happened since, or nobody decided.
   */
  undoAll(requests: readonly UndoRequest[], atMs: number): Promise<StepOutcome<Undone>[]>
}

type LastEvent = Pick<StoredEvent, 'seq' | 'actor' | 'data'> & { readonly kind: AuditKind }

export function createUndoSteps(
  connection: Connection,
  rows: ItemRows,
  takePagesBack: TakePagesBack,
): UndoSteps {
  const lastBefore = connection.prepare<[number, number], LastEvent>(
    'SELECT seq, kind, actor, data FROM audit_events WHERE item_id = ? AND seq < ? ORDER BY seq DESC LIMIT 1',
  )

  /** The event that made the item what it is: what was taken back is as if it had never been. */
  const lastStanding = (itemId: number): LastEvent | undefined => {
    let event = lastBefore.get(itemId, Number.MAX_SAFE_INTEGER)
    while (event?.kind === 'item.undone') {
      event = lastBefore.get(itemId, asNumber(parseObject(event.data)['undoes']))
    }
    if (event?.kind !== 'item.rescan_slip') return event
    // The slip is a part of the request before it.
    const request = lastBefore.get(itemId, event.seq)
    return request?.kind === 'item.rescan_requested' ? request : event
  }

  const undoOne = ({ itemId, revision, actor, sendsAfterMs }: UndoRequest, atMs: number): Undone => {
    const decision = lastStanding(itemId)
    // That it was sent says more than that it is not as it was.
    if (decision?.actor === engineActor && happenedSince[decision.kind] !== undefined) {
      throw refusal(decision.kind)
    }
    const row = rows.getAt(itemId, revision)
    if (decision === undefined || decision.actor === engineActor) throw refusal(decision?.kind)
    const { kind, seq } = decision
    const data = parseObject(decision.data)
    const back = changeBack(row, kind, data)
    if ('refused' in back) throw new IntrayError('undo_refused', back.refused)
    if (kind === 'item.split') takePagesBack(row, actor, atMs)
    const changed = rows.change(row, {
      kind: 'item.undone',
      actor,
      atMs,
      takesBack: back.isExact,
      ...wayBack(row.state, back.to, passed(data)),
      set: { ...back.set, ...(back.to === 'approved' ? { sends_after_ms: sendsAfterMs } : {}) },
      data: { undoes: seq, decision: kind, decidedBy: decision.actor },
    })
    return {
      item: toItem(changed),
      slip: kind === 'item.rescan_requested' ? row.rescan_slip : null,
      hadPages: kind === 'item.split',
    }
  }

  return {
    undoAll: (requests, atMs) =>
      writeStep(connection, () => requests.map((request) => outcomeOf(() => undoOne(request, atMs)))),
  }
}

function wayBack(
  from: ItemState,
  to: ItemState | undefined,
  via: readonly ItemState[],
): Pick<ItemChange, 'to' | 'via'> {
  if (to === undefined || to === from) return {}
  return via.length === 0 ? { to } : { via, to }
}

/** The states that the decision passed through, the way back. */
function passed(data: Readonly<Record<string, unknown>>): ItemState[] {
  const via: readonly unknown[] = [data['via'] ?? []].flat()
  return itemStates.filter((state) => via.includes(state)).toSorted((a, b) => via.indexOf(b) - via.indexOf(a))
}

function refusal(kind: AuditKind | undefined): IntrayError {
  const since = kind === undefined ? undefined : happenedSince[kind]
  return new IntrayError('undo_refused', say(since ?? 'no_decision_to_undo'))
}

/** What Intray itself did after the last decision. */
const happenedSince: Partial<Readonly<Record<AuditKind, SinceCode>>> = {
  'attempt.started': 'since_sending',
  'attempt.settled': 'since_sent',
  'outcome.settled': 'since_asked',
  'item.identified': 'since_read',
  'item.moved': 'since_moved',
  'item.missing': 'since_missing',
  'item.returned': 'since_returned',
  'item.superseded': 'since_superseded',
  'item.archived': 'since_archived',
  'item.reconstructed': 'since_restored',
  'item.erased': 'since_erased',
}

type SinceCode = Extract<SentenceCode, `since_${string}`>
