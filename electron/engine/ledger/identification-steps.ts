import type { FileFamilyId } from '../../shared/file-families.ts'
import type { Finding } from '../../shared/finding-codes.ts'
import type { ItemState } from '../../shared/item-states.ts'
import { readStep, writeStep } from './connection.ts'
import type { Connection } from './connection.ts'
import { engineActor } from './item-rows.ts'
import type { ItemRow, ItemRows, SettableColumns } from './item-rows.ts'
import { retireItem, unreadStates } from './retirement.ts'

/** Where identification sends an item. */
export type Route = 'needs_attention' | 'awaiting_review' | 'approved'

/** What a name and a content were found to mean. */
export interface Reading {
  readonly entityId: string | null
  readonly mediaType: string | null
  /** Who gave the values; null where nobody did. */
  readonly readBy: 'rule' | 'person' | null
  readonly ruleId: string | null
  readonly findings: readonly Finding[]
  readonly route: Route
}

/** What was found out about one settled file. `path` is relative to its watched folder. */
export interface IdentifiedFile extends Reading {
  readonly path: string
  readonly fileKey: string
  readonly sizeBytes: number
  readonly modifiedAtMs: number
  readonly sha256: string
  readonly family: FileFamilyId | null
}

export interface SameContent {
  readonly sha256: string
  readonly itemId: number
  readonly folderId: string
  readonly path: string
  readonly entityId: string | null
  readonly state: ItemState
}

/** What a person once said about a content; it holds as long as the content is the same. */
export interface CorrectedFile {
  readonly path: string
  readonly sha256: string
  readonly entityId: string | null
  readonly mediaType: string | null
}

export interface IdentificationSteps {
  /** Of these paths, those whose present item a person has corrected. */
  findCorrected(folderId: string, paths: readonly string[]): Promise<CorrectedFile[]>
  /** Items with one of these contents that count as duplicates: all but rejected, replaced and missing ones. */
  findSameContent(sha256s: readonly string[]): Promise<SameContent[]>
  /** Records what settled files are and where they go. New content at an old path becomes a new item. */
  recordIdentified(folderId: string, files: readonly IdentifiedFile[], atMs: number): Promise<number[]>
  /** Holds a file that cannot be read, with the finding, until it can. */
  recordUnreadable(folderId: string, path: string, finding: Finding, atMs: number): Promise<number[]>
  /** Applies new naming rules to waiting items. An item that changed since `revision` is left alone. */
  recordReadAgain(
    readings: readonly (Reading & { readonly itemId: number; readonly revision: number })[],
    atMs: number,
  ): Promise<number[]>
}

/** The steps by which identification's results enter the ledger. Each is one transaction. */
export function createIdentificationSteps(connection: Connection, rows: ItemRows): IdentificationSteps {
  const byContents = connection.prepare<[string], ItemRow>(
    `SELECT * FROM items WHERE sha256 IN (SELECT value FROM json_each(?))
     AND state NOT IN ('rejected', 'superseded', 'missing') ORDER BY id`,
  )
  const corrected = connection.prepare<[string, string], ItemRow>(
    `SELECT * FROM items WHERE folder_id = ? AND path IN (SELECT value FROM json_each(?))
     AND is_current = 1 AND read_by = 'person' AND sha256 IS NOT NULL`,
  )
  const touch = connection.prepare<[number, number, string, number]>(
    'UPDATE items SET size_bytes = ?, modified_at_ms = ?, file_key = ? WHERE id = ?',
  )
  const step = <Result>(work: () => Result): Promise<Result> => writeStep(connection, work)

  const recordOne = (folderId: string, file: IdentifiedFile, atMs: number): number[] => {
    const current = rows.findCurrent(folderId, file.path)
    if (current === undefined) return []
    if (unreadStates.has(current.state) || current.sha256 === null) {
      return [identify(rows, current, file, atMs).id]
    }
    if (current.sha256 === file.sha256) {
      // The time stamp or the file key changed and nothing else: no event in the life of the item.
      touch.run(file.sizeBytes, file.modifiedAtMs, file.fileKey, current.id)
      return current.read_path === current.path ? [] : [readAgain(rows, current, file, atMs).id]
    }
    retireItem(rows, current, atMs)
    const fresh = rows.insert({ ...file, folderId, atMs, replaces: current.id })
    return [current.id, identify(rows, fresh, file, atMs).id]
  }

  return {
    findCorrected: (folderId, paths) =>
      readStep(connection, () =>
        corrected.all(folderId, JSON.stringify(paths)).map((row) => ({
          path: row.path,
          sha256: row.sha256 ?? '',
          entityId: row.entity_id,
          mediaType: row.media_type,
        })),
      ),
    findSameContent: (sha256s) =>
      readStep(connection, () =>
        byContents.all(JSON.stringify(sha256s)).flatMap((row) =>
          row.sha256 === null
            ? []
            : [
                {
                  sha256: row.sha256,
                  itemId: row.id,
                  folderId: row.folder_id,
                  path: row.path,
                  entityId: row.entity_id,
                  state: row.state,
                },
              ],
        ),
      ),
    recordIdentified: (folderId, files, atMs) =>
      step(() => files.flatMap((file) => recordOne(folderId, file, atMs))),
    recordUnreadable: (folderId, path, finding, atMs) =>
      step(() => {
        const row = rows.findCurrent(folderId, path)
        if (row === undefined || !unreadStates.has(row.state)) return []
        rows.change(row, {
          kind: 'item.identified',
          actor: engineActor,
          atMs,
          via: 'identified',
          to: 'needs_attention',
          set: { findings: JSON.stringify([finding]) },
          data: { findings: [finding] },
        })
        return [row.id]
      }),
    recordReadAgain: (readings, atMs) =>
      step(() =>
        readings.flatMap((reading) => {
          const row = rows.find(reading.itemId)
          if (row?.revision !== reading.revision) return []
          return [readAgain(rows, row, reading, atMs).id]
        }),
      ),
  }
}

function identify(rows: ItemRows, row: ItemRow, file: IdentifiedFile, atMs: number): ItemRow {
  return rows.change(row, {
    kind: 'item.identified',
    actor: engineActor,
    atMs,
    // A file that could not be read at first is already past `identified`.
    ...(unreadStates.has(row.state) ? { via: 'identified' as const, to: file.route } : routeFrom(row, file)),
    set: {
      size_bytes: file.sizeBytes,
      modified_at_ms: file.modifiedAtMs,
      file_key: file.fileKey,
      sha256: file.sha256,
      family: file.family,
      reason: null,
      ...readingColumns(row, file),
    },
    data: { findings: file.findings, ruleId: file.ruleId, sizeBytes: file.sizeBytes },
  })
}

/** A person's correction outlives a new reading; and what was sent or decided is not read again. */
function readAgain(rows: ItemRows, row: ItemRow, reading: Reading, atMs: number): ItemRow {
  const settled = !rereadable.has(row.state) || row.read_by === 'person'
  return rows.change(row, {
    kind: 'item.identified',
    actor: engineActor,
    atMs,
    ...(settled ? {} : routeFrom(row, reading)),
    set: settled ? { read_path: row.path } : readingColumns(row, reading),
    data: { findings: reading.findings, ruleId: reading.ruleId, readAgain: true },
  })
}

const rereadable: ReadonlySet<ItemState> = new Set([
  'needs_attention',
  'awaiting_review',
  'approved',
  'retry_wait',
  'failed',
])

function routeFrom(row: ItemRow, reading: Reading): { to?: Route } {
  return row.state === reading.route ? {} : { to: reading.route }
}

function readingColumns(row: ItemRow, reading: Reading): SettableColumns {
  return {
    read_path: row.path,
    entity_id: reading.entityId,
    media_type: reading.mediaType,
    read_by: reading.readBy,
    rule_id: reading.ruleId,
    findings: JSON.stringify(reading.findings),
  }
}
