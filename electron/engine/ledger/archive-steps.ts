import { IntrayError } from '../../shared/error-codes.ts'
import type { Item } from '../../shared/records.ts'
import { readStep, writeStep } from './connection.ts'
import type { Connection } from './connection.ts'
import { toItem } from './item-record.ts'
import type { ItemRow } from './item-record.ts'
import { engineActor } from './item-rows.ts'
import type { ItemRows } from './item-rows.ts'
import { say } from '../../shared/sentences/say.ts'

export interface ArchiveSteps {
  /**
   * Uploaded items whose file still lies where it was seen, the oldest first; of these folders only, where some are
   * named, and after an item, to go on behind one that could not be moved.
   */
  toArchive(limit: number, folderIds?: readonly string[], afterItemId?: number): Promise<Item[]>
  /**
   * Records where an uploaded file went: a path, or `trash`. Its old path is free from then on: a file that comes
   * there is a new item. Throws `item_not_found`, and `transition_refused` for one that is not uploaded.
   */
  recordArchived(itemId: number, archivedTo: string, atMs: number): Promise<Item>
}

/** What becomes of files after their upload. Each step is one transaction. */
export function createArchiveSteps(connection: Connection, rows: ItemRows): ArchiveSteps {
  const open = `state = 'uploaded' AND is_current = 1 AND archived_to IS NULL`
  const ofAll = connection.prepare<[number, number], ItemRow>(
    `SELECT * FROM items WHERE ${open} AND id > ? ORDER BY id LIMIT ?`,
  )
  const ofFolder = connection.prepare<[string, number, number], ItemRow>(
    `SELECT * FROM items WHERE ${open} AND folder_id = ? AND id > ? ORDER BY id LIMIT ?`,
  )
  return {
    toArchive: (limit, folderIds, afterItemId = 0) =>
      readStep(connection, () => {
        const found =
          folderIds === undefined
            ? ofAll.all(afterItemId, limit)
            : folderIds.flatMap((folderId) => ofFolder.all(folderId, afterItemId, limit))
        return found
          .sort((one, other) => one.id - other.id)
          .slice(0, limit)
          .map(toItem)
      }),
    recordArchived: (itemId, archivedTo, atMs) =>
      writeStep(connection, () => {
        const row = rows.get(itemId)
        if (row.state !== 'uploaded') {
          throw new IntrayError(
            'transition_refused',
            say('archived_when_uploaded', { itemId, state: row.state }),
          )
        }
        const changed = rows.change(row, {
          kind: 'item.archived',
          actor: engineActor,
          atMs,
          set: { archived_to: archivedTo, is_current: 0 },
          data: { archivedTo },
        })
        return toItem(changed)
      }),
  }
}
