import { IntrayError } from '../../shared/error-codes.ts'
import type { Finding } from '../../shared/finding-codes.ts'
import type { ItemState } from '../../shared/item-states.ts'
import type { Fields } from '../../shared/readings.ts'
import type { AuditKind, Item } from '../../shared/records.ts'
import type { Priority } from '../../shared/settings/folder.ts'
import { writeStep } from './connection.ts'
import type { Connection } from './connection.ts'
import { grant } from './gap-mark.ts'
import type { Granted } from './gap-mark.ts'
import { rankOfPriority, toFields, toItem } from './item-record.ts'
import type { ItemRow, SettableColumns } from './item-record.ts'
import { engineActor } from './item-rows.ts'
import type { ItemRows } from './item-rows.ts'
import { say } from '../../shared/sentences/say.ts'

/** What follows from a person's decision, made on one revision of an item. */
export interface Decision {
  readonly itemId: number
  readonly revision: number
  readonly actor: string
  readonly kind: Extract<
    AuditKind,
    | 'item.approved'
    | 'item.first_approved'
    | 'item.corrected'
    | 'item.rejected'
    | 'item.rescan_requested'
    | 'item.reopened'
    | 'outcome.settled'
    | 'item.prioritised'
  >
  readonly to?: ItemState
  /** Values a person gave; they outlive a later reading of the name. */
  readonly values?: {
    readonly entityId: string | null
    readonly mediaType: string | null
    /** Absent: the further values stay as they are. */
    readonly fields?: Fields
    readonly findings: readonly Finding[]
    readonly byPerson: boolean
  }
  readonly reason?: string | null
  /** Before or after others; null: as its folder says. */
  readonly priority?: Priority | null
  /** Forgets earlier attempts' count and failure, so that sending starts anew. */
  readonly startsAnew?: boolean
  /** An approved item is not sent before this time, in epoch milliseconds; absent: at once. */
  readonly sendsAfterMs?: number | null
  /** Who agreed first, where two persons must. */
  readonly firstApproval?: { readonly by: string; readonly atMs: number }
  /** Refuses to send an item again that one person alone has approved, where two must by now. */
  readonly needsTwoApprovals?: boolean
  readonly uploadedAtMs?: number
  readonly data?: Readonly<Record<string, unknown>>
}

/** What became of one of several decisions. One that is refused has changed nothing. */
export type StepOutcome<Done> = { readonly done: Done } | { readonly refusal: IntrayError }

export interface DecisionSteps {
  /** Throws `item_not_found`, `stale_item` or `transition_refused`, and changes nothing then. */
  decide(decision: Decision, atMs: number): Promise<Item>
  /** As many decisions as there are, in one transaction. Each is taken or refused by itself, in their order. */
  decideAll(decisions: readonly Decision[], atMs: number): Promise<StepOutcome<Item>[]>
}

/** Does one of several steps of a transaction. What refuses it does so before it has written anything. */
export function outcomeOf<Done>(step: () => Done): StepOutcome<Done> {
  try {
    return { done: step() }
  } catch (error) {
    if (error instanceof IntrayError) return { refusal: error }
    throw error
  }
}

/** The steps by which decisions enter the ledger, with what was before and what is after. */
export function createDecisionSteps(connection: Connection, rows: ItemRows): DecisionSteps {
  const lastApproval = connection.prepare<[number], { first: string | null }>(
    `SELECT data ->> '$.firstApproval.by' AS first FROM audit_events
     WHERE item_id = ? AND kind = 'item.approved' AND data ->> '$.again' IS NULL ORDER BY seq DESC LIMIT 1`,
  )

  const decideOne = (decision: Decision, atMs: number): Item => {
    const row = rows.getAt(decision.itemId, decision.revision)
    if (decision.needsTwoApprovals === true && (lastApproval.get(row.id)?.first ?? null) === null) {
      throw new IntrayError('item_blocked', say('approved_by_one'))
    }
    const { values } = decision
    const granted = grant(row, {
      to: decision.to,
      entityId: values === undefined ? row.entity_id : values.entityId,
      byPerson: decision.actor !== engineActor,
      asBefore: values === undefined,
    })
    refuseUnasked(row, decision, granted)
    const changed = rows.change(row, {
      kind: decision.kind,
      actor: decision.actor,
      atMs,
      keepsBefore: decision.actor !== engineActor,
      ...(granted.to === undefined || granted.to === row.state ? {} : { to: granted.to }),
      set: {
        ...(row.gap_check === granted.gapCheck ? {} : { gap_check: granted.gapCheck }),
        // A person has looked: what the item waited for before is not waited for any longer.
        ...(decision.to === undefined ? {} : { waits_for: null, waits_until_ms: null }),
        ...rescanColumns(decision.kind),
        ...(values === undefined ? {} : valueColumns(values)),
        ...(decision.reason === undefined ? {} : { reason: decision.reason }),
        ...(decision.startsAnew === true
          ? { attempt_count: 0, next_attempt_at_ms: null, failure_code: null, failure_detail: null }
          : {}),
        ...(decision.priority === undefined ? {} : { priority: rankOf(decision.priority) }),
        ...(decision.uploadedAtMs === undefined ? {} : { uploaded_at_ms: decision.uploadedAtMs }),
        ...approvalColumns(decision, granted),
      },
      data: {
        ...(values?.byPerson === true ? { before: valuesOf(row) } : {}),
        ...(decision.reason === undefined ? {} : { reason: decision.reason }),
        ...(granted.to === decision.to ? {} : { firstAsksTheEndpoint: true }),
        ...decision.data,
      },
    })
    return toItem(changed)
  }

  return {
    decide: (decision, atMs) => writeStep(connection, () => decideOne(decision, atMs)),
    decideAll: (decisions, atMs) =>
      writeStep(connection, () => decisions.map((decision) => outcomeOf(() => decideOne(decision, atMs)))),
  }
}

function valuesOf(row: ItemRow): Readonly<Record<string, unknown>> {
  const { entity_id: entityId, media_type: mediaType, read_by: readBy } = row
  return { entityId, mediaType, fields: toFields(row.fields), readBy }
}

/** An upload without an outcome has a flow of its own, which must not send it again before the endpoint was asked. */
function refuseUnasked(row: ItemRow, decision: Decision, granted: Granted): void {
  if (row.state !== 'outcome_unknown' || granted.to === decision.to) return
  throw new IntrayError('item_blocked', say('unasked_after_restore'))
}

function rankOf(priority: Priority | null): ItemRow['priority'] {
  return priority === null ? null : rankOfPriority[priority]
}

/** How rule or index came to their values stays with the item: it is the history of what the person corrected. */
function valueColumns(values: NonNullable<Decision['values']>): SettableColumns {
  return {
    entity_id: values.entityId,
    media_type: values.mediaType,
    ...(values.fields === undefined ? {} : { fields: JSON.stringify(values.fields) }),
    findings: JSON.stringify(values.findings),
    ...(values.byPerson ? { read_by: 'person' as const } : {}),
  }
}

/** A reopened item is wanted after all: no new scan of it is asked for any longer. */
function rescanColumns(kind: Decision['kind']): SettableColumns {
  if (kind === 'item.rescan_requested') return { rescan_state: 'asked', rescan_slip: null }
  return kind === 'item.reopened' ? { rescan_state: null } : {}
}

/** Who agreed first stays until the second one agrees; from then on the item goes out once its time has come. */
function approvalColumns(decision: Decision, { to }: Granted): SettableColumns {
  const { kind, firstApproval, sendsAfterMs = null } = decision
  if (firstApproval !== undefined) {
    return { first_approval_by: firstApproval.by, first_approval_at_ms: firstApproval.atMs }
  }
  return {
    ...(to === 'approved' ? { sends_after_ms: sendsAfterMs } : {}),
    ...(kind === 'item.approved' ? { first_approval_by: null, first_approval_at_ms: null } : {}),
  }
}
