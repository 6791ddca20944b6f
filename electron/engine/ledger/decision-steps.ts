import type { Finding } from '../../shared/finding-codes.ts'
import type { ItemState } from '../../shared/item-states.ts'
import type { AuditKind, Item } from '../../shared/records.ts'
import { writeStep } from './connection.ts'
import type { Connection } from './connection.ts'
import { toItem } from './item-rows.ts'
import type { ItemRows } from './item-rows.ts'

/** What follows from a person's decision, made on one revision of an item. */
export interface Decision {
  readonly itemId: number
  readonly revision: number
  readonly actor: string
  readonly kind: Extract<
    AuditKind,
    'item.approved' | 'item.corrected' | 'item.rejected' | 'item.reopened' | 'outcome.settled'
  >
  readonly to?: ItemState
  /** Values a person gave; they outlive a later reading of the name. */
  readonly values?: {
    readonly entityId: string | null
    readonly mediaType: string | null
    readonly findings: readonly Finding[]
    readonly byPerson: boolean
  }
  readonly reason?: string | null
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
        const changed = rows.change(row, {
          kind: decision.kind,
          actor: decision.actor,
          atMs,
          ...(decision.to === undefined || decision.to === row.state ? {} : { to: decision.to }),
          set: {
            ...(values === undefined
              ? {}
              : {
                  entity_id: values.entityId,
                  media_type: values.mediaType,
                  findings: JSON.stringify(values.findings),
                  ...(values.byPerson ? { read_by: 'person' as const } : {}),
                }),
            ...(decision.reason === undefined ? {} : { reason: decision.reason }),
            ...(decision.startsAnew === true
              ? { attempt_count: 0, next_attempt_at_ms: null, failure_code: null, failure_detail: null }
              : {}),
            ...(decision.uploadedAtMs === undefined ? {} : { uploaded_at_ms: decision.uploadedAtMs }),
          },
          data: {
            ...(values?.byPerson === true
              ? { before: { entityId: row.entity_id, mediaType: row.media_type } }
              : {}),
            ...(decision.reason === undefined ? {} : { reason: decision.reason }),
            ...decision.data,
          },
        })
        return toItem(changed)
      }),
  }
}
