import type { Item } from '../../shared/records.ts'
import { readStep, writeStep } from './connection.ts'
import type { Connection } from './connection.ts'
import { toItem } from './item-record.ts'
import type { ItemRow } from './item-record.ts'
import { engineActor } from './item-rows.ts'
import type { ItemRows } from './item-rows.ts'

/** A rejected item whose new scan has not come yet. */
export interface OpenRescan {
  readonly itemId: number
  readonly path: string
  readonly entityId: string | null
  readonly mediaType: string | null
  readonly sha256: string | null
  /** Relative to the watched folder; null while no slip is written. */
  readonly rescanSlip: string | null
}

export interface RescanSteps {
  /** Rejected items for which a new scan is asked and no slip is written yet, the oldest first. */
  slipsToWrite(): Promise<Item[]>
  /** Records where the slip lies, relative to the watched folder. An answered or withdrawn request stays so. */
  recordSlip(itemId: number, slipPath: string, atMs: number): Promise<Item>
  /** The requests of one folder that no new scan has answered, the oldest first. */
  openRescans(folderId: string): Promise<OpenRescan[]>
}

/** Named, because the planner would rather walk everything that was ever rejected. */
const requests = 'FROM items INDEXED BY items_rescan'

/** The steps of asking for a new scan of what was rejected. */
export function createRescanSteps(connection: Connection, rows: ItemRows): RescanSteps {
  const asked = connection.prepare<[], ItemRow>(
    `SELECT * ${requests} WHERE rescan_state = 'asked' AND state = 'rejected' ORDER BY id`,
  )
  const open = connection.prepare<[string], ItemRow>(
    `SELECT * ${requests} WHERE rescan_state IN ('asked', 'slip_written') AND folder_id = ?
     AND state = 'rejected' ORDER BY id`,
  )
  return {
    slipsToWrite: () => readStep(connection, () => asked.all().map(toItem)),
    recordSlip: (itemId, slipPath, atMs) =>
      writeStep(connection, () => {
        const row = rows.get(itemId)
        const changed = rows.change(row, {
          kind: 'item.rescan_slip',
          actor: engineActor,
          atMs,
          set: {
            rescan_slip: slipPath,
            ...(row.rescan_state === 'asked' ? { rescan_state: 'slip_written' as const } : {}),
          },
          data: { slip: slipPath },
        })
        return toItem(changed)
      }),
    openRescans: (folderId) =>
      readStep(connection, () =>
        open.all(folderId).map((row) => ({
          itemId: row.id,
          path: row.path,
          entityId: row.entity_id,
          mediaType: row.media_type,
          sha256: row.sha256,
          rescanSlip: row.rescan_slip,
        })),
      ),
  }
}
