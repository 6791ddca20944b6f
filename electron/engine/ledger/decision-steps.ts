import { IntrayError } from '../../shared/error-codes.ts'
import type { Finding } from '../../shared/finding-codes.ts'
import type { ItemState } from '../../shared/item-states.ts'
import type { Fields } from '../../shared/readings.ts'
import type { AuditKind, Item } from '../../shared/records.ts'
import type { Priority } from '../../shared/settings.ts'
import { writeStep } from './connection.ts'
import type { Connection } from './connection.ts'
import { grant } from './gap-mark.ts'
import type { Granted } from './gap-mark.ts'
import { rankOfPriority, toFields, toItem } from './item-record.ts'
import type { ItemRow, SettableColumns } from './item-record.ts'
import { engineActor } from './item-rows.ts'
import type { ItemRows } from './item-rows.ts'

/** What follows from a person's decision, made on one revision of an item. */
export interface Decision {
  readonly itemId: number
  readonly revision: number
  readonly actor: string
  readonly kind: Extract<
    AuditKind,
    | 'item.approved'
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
  readonly uploadedAtMs?: number
  readonly data?: Readonly<Record<string, unknown>>
}

export interface DecisionSteps {
  /** Throws `item_not_found`, `stale_item` or `transition_refused`, and changes nothing then. */
  decide(decision: Decision, atMs: number): Promise<Item>
}

/** The step by which decisions enter the ledger, with what was before and what is after. */
export function createDecisionSteps(connection: Connection, rows: ItemRows): DecisionSteps {
  return {
    decide: (decision, atMs) =>
      writeStep(connection, () => {
        const row = rows.getAt(decision.itemId, decision.revision)
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
          },
          data: {
            ...(values?.byPerson === true
              ? {
                  before: {
                    entityId: row.entity_id,
                    mediaType: row.media_type,
                    fields: toFields(row.fields),
                    readBy: row.read_by,
                  },
                }
              : {}),
            ...(decision.reason === undefined ? {} : { reason: decision.reason }),
            ...(granted.to === decision.to ? {} : { firstAsksTheEndpoint: true }),
            ...decision.data,
          },
        })
        return toItem(changed)
      }),
  }
}

/** An upload without an outcome has a flow of its own, which must not send it again before the endpoint was asked. */
function refuseUnasked(row: ItemRow, decision: Decision, granted: Granted): void {
  if (row.state !== 'outcome_unknown' || granted.to === decision.to) return
  throw new IntrayError(
    'item_blocked',
    'The ledger was restored. Intray first asks the endpoint whether the file arrived in the time that was lost.',
  )
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
