import type { ItemState } from '../../shared/item-states.ts'
import type { Item } from '../../shared/records.ts'
import { readStep } from './connection.ts'
import type { Connection } from './connection.ts'
import { inDueState } from './due-states.ts'
import { toItem } from './item-record.ts'
import type { ItemRow } from './item-record.ts'

/** A scan of an entity: another one can be the other side of the same document. */
export interface EntitySide {
  readonly itemId: number
  readonly folderId: string
  readonly entityId: string
  readonly mediaType: string
  readonly state: ItemState
}

export interface EarlierAtPath {
  readonly path: string
  readonly itemId: number
  readonly sha256: string
  readonly entityId: string | null
  readonly state: ItemState
}

export interface NeighbourQueries {
  /** How many scans came for each entity since then. Entities without any are left out. */
  countsForEntities(entityIds: readonly string[], sinceMs: number): Promise<Map<string, number>>
  /** The scans of these entities that have a media type and count: the newest 500 of each, newest first. */
  sidesOfEntities(entityIds: readonly string[]): Promise<EntitySide[]>
  /** For each path the newest scan of it that was approved, sent or rejected. A path without one is left out. */
  earlierAtPaths(folderId: string, paths: readonly string[]): Promise<EarlierAtPath[]>
  /**
   * Items whose time has come to be looked at again, the longest overdue first. One that would wait beyond `latestMs`
   * began to wait before the clock was set back, and is due too.
   */
  dueItems(nowMs: number, latestMs: number, limit: number): Promise<Item[]>
}

const scansOfEntity = 500

const counts = `role = 'scan' AND state NOT IN ('rejected', 'superseded', 'ignored', 'missing')`

/** Named, because the planner would rather walk every item in these states. */
const waiting = `FROM items INDEXED BY items_due WHERE waits_until_ms IS NOT NULL AND ${inDueState}`

const earlierStates = `'approved', 'uploading', 'retry_wait', 'uploaded', 'failed', 'outcome_unknown', 'rejected'`

/**
 * Those of some paths that had a scan, among those that lie there now or that lay there: each has an index. `CROSS`
 * keeps SQLite from walking the folder's items instead of the few paths.
 */
const usedBy = (isCurrent: 0 | 1) => `
  SELECT items.path FROM json_each(@paths) AS wanted CROSS JOIN items
    ON items.folder_id = @folderId AND items.path = wanted.value AND items.is_current = ${isCurrent}
  WHERE items.state IN (${earlierStates})`

/** The newest of one path, among those that lie there now or that lay there. */
const decidedAt = (isCurrent: 0 | 1) => `
  SELECT * FROM items WHERE folder_id = @folderId AND path = @path AND is_current = ${isCurrent}
  AND role = 'scan' AND sha256 IS NOT NULL
  AND state IN (${earlierStates})`

/** What the ledger knows of other items that bear on one: of its entity, at its path, waiting like it. */
export function createNeighbourQueries(connection: Connection): NeighbourQueries {
  const countOf = connection.prepare<[string, number], { count: number }>(
    `SELECT count(*) AS count FROM items WHERE entity_id = ? AND first_seen_at_ms >= ? AND ${counts}`,
  )
  const scansOf = connection.prepare<[string, number], ItemRow & { media_type: string }>(
    `SELECT * FROM items WHERE entity_id = ? AND media_type IS NOT NULL AND ${counts}
     ORDER BY first_seen_at_ms DESC LIMIT ?`,
  )
  const earlier = connection.prepare<[{ folderId: string; path: string }], ItemRow & { sha256: string }>(
    `${decidedAt(1)} UNION ALL ${decidedAt(0)} ORDER BY id DESC LIMIT 1`,
  )
  const used = connection.prepare<[{ folderId: string; paths: string }], { path: string }>(
    `${usedBy(1)} UNION ${usedBy(0)}`,
  )
  const due = connection.prepare<[number, number, number], ItemRow>(
    `SELECT * ${waiting} AND (waits_until_ms <= ? OR waits_until_ms > ?)
     ORDER BY waits_until_ms LIMIT ?`,
  )
  return {
    countsForEntities: (entityIds, sinceMs) =>
      readStep(connection, () => {
        const found = new Map<string, number>()
        for (const entityId of new Set(entityIds)) {
          const count = countOf.get(entityId, sinceMs)?.count ?? 0
          if (count > 0) found.set(entityId, count)
        }
        return found
      }),
    sidesOfEntities: (entityIds) =>
      readStep(connection, () =>
        [...new Set(entityIds)].flatMap((entityId) =>
          scansOf.all(entityId, scansOfEntity).map((row) => ({
            itemId: row.id,
            folderId: row.folder_id,
            entityId,
            mediaType: row.media_type,
            state: row.state,
          })),
        ),
      ),
    earlierAtPaths: (folderId, paths) =>
      readStep(connection, () =>
        // Almost no path had a scan before: one question for all of them finds those that had.
        used.all({ folderId, paths: JSON.stringify(paths) }).flatMap(({ path }) =>
          earlier.all({ folderId, path }).map((row) => ({
            path,
            itemId: row.id,
            sha256: row.sha256,
            entityId: row.entity_id,
            state: row.state,
          })),
        ),
      ),
    dueItems: (nowMs, latestMs, limit) =>
      readStep(connection, () => due.all(nowMs, latestMs, limit).map(toItem)),
  }
}
