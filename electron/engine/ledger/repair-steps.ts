import type { Finding } from '../../shared/finding-codes.ts'
import type { ItemState } from '../../shared/item-states.ts'
import type { Item } from '../../shared/records.ts'
import type { Repair } from '../../shared/repair.ts'
import { readStep, writeStep } from './connection.ts'
import type { Connection } from './connection.ts'
import { grant } from './gap-mark.ts'
import { toItem, toRepair } from './item-record.ts'
import type { ItemRow } from './item-record.ts'
import { wayTo } from './item-route.ts'
import { engineActor } from './item-rows.ts'
import type { ItemRows } from './item-rows.ts'

/** A smaller form is to be sent, or, without one, the original again. */
export interface RepairDecision {
  readonly itemId: number
  readonly revision: number
  readonly actor: string
  readonly repair: Repair | null
  /** Those that hold afterwards. */
  readonly findings: readonly Finding[]
  readonly to: ItemState
}

export interface RepairSteps {
  /**
   * Records which form of a picture is sent. Whoever had agreed to the other form has to agree again. Throws
   * `item_not_found`, `stale_item` or `transition_refused`, and changes nothing then.
   */
  recordRepair(decision: RepairDecision, atMs: number): Promise<Item>
  /** The SHA-256 of every form that is still to be sent, or to be written as a page. */
  heldForms(): Promise<ReadonlySet<string>>
  /** The items of a folder that are held as too large, the oldest first. */
  heldAsTooLarge(folderId: string): Promise<Item[]>
}

/** The states after which a form is never sent any more. */
const over = `('uploaded', 'rejected', 'superseded', 'ignored')`

/** The steps by which it is decided which form of a picture is sent. Each is one transaction. */
export function createRepairSteps(connection: Connection, rows: ItemRows): RepairSteps {
  const held = connection.prepare<[], { sha256: string }>(
    `SELECT repair ->> '$.sha256' AS sha256 FROM items
     WHERE repair IS NOT NULL AND state NOT IN ${over}
     UNION SELECT sha256 FROM split_pages WHERE is_written = 0`,
  )
  const tooLarge = connection.prepare<[string], ItemRow>(
    `SELECT * FROM items WHERE state = 'needs_attention' AND folder_id = ? AND is_current = 1
     AND EXISTS (SELECT 1 FROM json_each(findings) WHERE value ->> '$.code' = 'too_large') ORDER BY id`,
  )

  return {
    recordRepair: (decision, atMs) =>
      writeStep(connection, () => {
        const row = rows.getAt(decision.itemId, decision.revision)
        const { repair } = decision
        const granted = grant(row, {
          to: decision.to,
          entityId: row.entity_id,
          byPerson: decision.actor !== engineActor,
          asBefore: false,
        })
        const changed = rows.change(row, {
          kind: repair === null ? 'item.repair_discarded' : 'item.repaired',
          actor: decision.actor,
          atMs,
          keepsBefore: decision.actor !== engineActor,
          ...wayTo(row.state, granted.to ?? decision.to),
          set: {
            repair: repair === null ? null : JSON.stringify(repair),
            findings: JSON.stringify(decision.findings),
            gap_check: granted.gapCheck,
            first_approval_by: null,
            first_approval_at_ms: null,
            sends_after_ms: null,
            attempt_count: 0,
            next_attempt_at_ms: null,
            failure_code: null,
            failure_detail: null,
          },
          data: {
            original: { sha256: row.sha256, sizeBytes: row.size_bytes, family: row.family },
            before: row.repair === null ? null : toRepair(row.repair),
            after: repair,
          },
        })
        return toItem(changed)
      }),
    heldForms: () => readStep(connection, () => new Set(held.all().map(({ sha256 }) => sha256))),
    heldAsTooLarge: (folderId) => readStep(connection, () => tooLarge.all(folderId).map(toItem)),
  }
}
