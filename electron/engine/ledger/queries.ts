import { itemStates } from '../../shared/item-states.ts'
import type { ItemState } from '../../shared/item-states.ts'
import type { AuditEvent, AuditKind, Item, ItemDetail } from '../../shared/records.ts'
import type { ItemCounts } from '../../shared/status.ts'
import { toAttempt } from './attempt-record.ts'
import type { AttemptRow } from './attempt-record.ts'
import { readStep } from './connection.ts'
import type { Connection } from './connection.ts'
import { toEntityCheck } from './entity-check-steps.ts'
import type { EntityCheckRow } from './entity-check-steps.ts'
import { toItem } from './item-record.ts'
import type { ItemRow } from './item-record.ts'
import type { ItemRows } from './item-rows.ts'

export interface Queries {
  getItem(itemId: number): Promise<Item>
  /** Those of the items that exist, by their numbers. */
  getItems(itemIds: readonly number[]): Promise<Item[]>
  /** The item of what lies at the path now, or lay there when it was last looked at. */
  findItem(folderId: string, path: string): Promise<Item | null>
  getDetail(itemId: number): Promise<ItemDetail>
  /** Items by state, for each folder that the ledger knows. */
  countsByFolder(): Promise<ReadonlyMap<string, ItemCounts>>
  folderPath(folderId: string): Promise<string | null>
  /** Audit events after `afterSeq`, in order, for export. */
  eventsAfter(afterSeq: number, limit: number): Promise<AuditEvent[]>
  /** Changes whenever another process has written to the ledger. */
  foreignChangeMark(): Promise<number>
}

interface AuditRow {
  readonly seq: number
  readonly at_ms: number
  readonly actor: string
  readonly kind: AuditKind
  readonly item_id: number | null
  readonly data: string
  readonly data_hash: string
  readonly hash: string
  readonly erased: 0 | 1
}

/** Reads of one ledger. Each sees one snapshot. */
export function createQueries(connection: Connection, rows: ItemRows): Queries {
  const counts = connection.prepare<[], { folder_id: string; state: ItemState; count: number }>(
    'SELECT folder_id, state, count FROM item_counts',
  )
  const folder = connection.prepare<[string], { path: string }>('SELECT path FROM folders WHERE id = ?')
  const attempts = connection.prepare<[number], AttemptRow>(
    'SELECT * FROM attempts WHERE item_id = ? ORDER BY number',
  )
  const itemEvents = connection.prepare<[number], AuditRow>(
    'SELECT * FROM audit_events WHERE item_id = ? ORDER BY seq',
  )
  const laterEvents = connection.prepare<[number, number], AuditRow>(
    'SELECT * FROM audit_events WHERE seq > ? ORDER BY seq LIMIT ?',
  )
  const named = connection.prepare<[string], ItemRow>(
    'SELECT * FROM items WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
  )
  const sameContent = connection.prepare<[string, number], ItemRow>(
    'SELECT * FROM items WHERE sha256 = ? AND id <> ? ORDER BY id DESC LIMIT 20',
  )
  const rescans = connection.prepare<[number | null, number], ItemRow>(
    'SELECT * FROM items WHERE id = ? UNION ALL SELECT * FROM items WHERE rescan_of = ?',
  )
  const check = connection.prepare<[string], EntityCheckRow>(
    'SELECT * FROM entity_checks WHERE entity_id = ?',
  )
  const read = <Result>(work: () => Result): Promise<Result> => readStep(connection, work)

  return {
    getItem: (itemId) => read(() => toItem(rows.get(itemId))),
    getItems: (itemIds) => read(() => named.all(JSON.stringify(itemIds)).map(toItem)),
    findItem: (folderId, path) =>
      read(() => {
        const row = rows.findCurrent(folderId, path)
        return row === undefined ? null : toItem(row)
      }),
    getDetail: (itemId) =>
      read(() => {
        const row = rows.get(itemId)
        return {
          item: toItem(row),
          folderPath: folder.get(row.folder_id)?.path ?? '',
          attempts: attempts.all(itemId).map(toAttempt),
          events: itemEvents.all(itemId).map(toAuditEvent),
          sameContent: row.sha256 === null ? [] : sameContent.all(row.sha256, itemId).map(toItem),
          rescans: rescans.all(row.rescan_of, itemId).map(toItem),
          entityCheck: row.entity_id === null ? null : toEntityCheck(check.get(row.entity_id)),
        }
      }),
    countsByFolder: () =>
      read(() => {
        const byFolder = new Map<string, Record<ItemState, number>>()
        for (const row of counts.all()) {
          let folderCounts = byFolder.get(row.folder_id)
          if (folderCounts === undefined) byFolder.set(row.folder_id, (folderCounts = noItems()))
          folderCounts[row.state] = row.count
        }
        return byFolder
      }),
    folderPath: (folderId) => read(() => folder.get(folderId)?.path ?? null),
    eventsAfter: (afterSeq, limit) => read(() => laterEvents.all(afterSeq, limit).map(toAuditEvent)),
    foreignChangeMark: () => read(() => Number(connection.pragma('data_version', { simple: true }))),
  }
}

/** Zero for every state. */
export function noItems(): Record<ItemState, number> {
  // fromEntries forgets the keys' type; they are all the states there are.
  return Object.fromEntries(itemStates.map((state) => [state, 0])) as Record<ItemState, number>
}

/** The counts of all folders together. */
export function sumCounts(byFolder: ReadonlyMap<string, ItemCounts>): ItemCounts {
  const sums = noItems()
  for (const counts of byFolder.values()) for (const state of itemStates) sums[state] += counts[state]
  return sums
}

function toAuditEvent(row: AuditRow): AuditEvent {
  return {
    seq: row.seq,
    atMs: row.at_ms,
    actor: row.actor,
    kind: row.kind,
    itemId: row.item_id,
    // Written by this room alone, as an object.
    data: JSON.parse(row.data) as Record<string, unknown>,
    dataHash: row.data_hash,
    hash: row.hash,
    isErased: row.erased === 1,
  }
}
