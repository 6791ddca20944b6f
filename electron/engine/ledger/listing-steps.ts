import { say } from '../../shared/sentences/say.ts'
import type { Sentence, Told } from '../../shared/sentences/told.ts'
import { readStep, writeStep } from './connection.ts'
import type { Connection } from './connection.ts'
import { engineActor } from './item-rows.ts'
import type { ItemRow } from './item-record.ts'
import type { ItemRows } from './item-rows.ts'
import { unreadStates, waitingStates } from './retirement.ts'
import { reasonColumns } from './told-columns.ts'

/** A file as a listing saw it. `path` is relative to its watched folder. */
export interface ListedFile {
  readonly path: string
  readonly fileKey: string
  readonly sizeBytes: number
  readonly modifiedAtMs: number
  /** The ignore pattern that the path matches; null for a file to be taken. */
  readonly ignoredBecause: Told | null
  /** Why the file is not touched yet although it is there, such as a name that ends in `.part`. */
  readonly waitsBecause: Sentence | null
  /** The item that lay elsewhere in this folder and is here now: the same file, and its old path is gone. */
  readonly movedItemId?: number
}

export interface MoveCandidate {
  readonly fileKey: string
  readonly itemId: number
  readonly folderId: string
  readonly path: string
  readonly sizeBytes: number
  readonly modifiedAtMs: number
}

/** What a listing changed, and which files must settle and then be looked at. */
export interface ListedOutcome {
  readonly toSettle: readonly ListedFile[]
  readonly changedItemIds: readonly number[]
}

export interface ListingSteps {
  /** Registers a watched folder. Its path is kept for the history after it is watched no more. */
  recordFolder(folderId: string, path: string): Promise<void>
  /** Items whose file has one of these keys; the caller finds out whether their old path is gone. */
  findMoveCandidates(fileKeys: readonly string[]): Promise<MoveCandidate[]>
  /** Compares a listing with the ledger. A new file gets its row here, before anything else happens to it. */
  recordListed(folderId: string, files: readonly ListedFile[], atMs: number): Promise<ListedOutcome>
  /** Marks files that were seen to change while Intray waited for them. Returns the items' ids. */
  recordStillChanging(folderId: string, paths: readonly string[], atMs: number): Promise<number[]>
  /**
   * Paths at which the ledger believes that a waiting file or an index file lies; with `under`, only that path and
   * those below it.
   */
  waitingPaths(folderId: string, under?: string): Promise<string[]>
  /** Of these paths, those that have no row. Anything but an empty answer is a defect of intake. */
  unaccountedPaths(folderId: string, paths: readonly string[]): Promise<string[]>
  /** Marks waiting items whose file is gone; one that was never complete is ignored from then on. Returns the items' ids. */
  recordMissing(folderId: string, paths: readonly string[], atMs: number): Promise<number[]>
}

/** The steps by which what lies in the folders enters the ledger. Each is one transaction. */
export function createListingSteps(connection: Connection, rows: ItemRows): ListingSteps {
  const upsertFolder = connection.prepare(
    'INSERT INTO folders (id, path) VALUES (?, ?) ON CONFLICT DO UPDATE SET path = excluded.path',
  )
  const byFileKeys = connection.prepare<[string], ItemRow>(
    'SELECT * FROM items WHERE is_current = 1 AND file_key IN (SELECT value FROM json_each(?))',
  )
  const waiting = connection.prepare<[string, string], { path: string }>(
    `SELECT path FROM items WHERE folder_id = ? AND is_current = 1
     AND (state IN (SELECT value FROM json_each(?)) OR state = 'ignored' AND role = 'index')`,
  )
  // "0" follows "/": the range holds just what lies below the path.
  const waitingUnder = connection.prepare<[string, string, string, string, string], { path: string }>(
    `SELECT path FROM items WHERE folder_id = ? AND is_current = 1
     AND (path = ? OR (path > ? || '/' AND path < ? || '0'))
     AND (state IN (SELECT value FROM json_each(?)) OR state = 'ignored' AND role = 'index')`,
  )
  const unaccounted = connection.prepare<[string, string], { path: string }>(
    `SELECT value AS path FROM json_each(?) WHERE NOT EXISTS
       (SELECT 1 FROM items WHERE folder_id = ? AND path = value AND is_current = 1)`,
  )
  const waitingList = JSON.stringify([...waitingStates].filter((state) => state !== 'ignored'))
  const step = <Result>(work: () => Result): Promise<Result> => writeStep(connection, work)

  return {
    recordFolder: (folderId, path) =>
      step(() => {
        upsertFolder.run(folderId, path)
      }),
    findMoveCandidates: (fileKeys) =>
      readStep(connection, () =>
        byFileKeys.all(JSON.stringify(fileKeys)).map((row) => ({
          fileKey: row.file_key,
          itemId: row.id,
          folderId: row.folder_id,
          path: row.path,
          sizeBytes: row.size_bytes,
          modifiedAtMs: row.modified_at_ms,
        })),
      ),
    recordListed: (folderId, files, atMs) =>
      step(() => {
        const outcome: Outcome = { toSettle: [], changedItemIds: [] }
        for (const file of files) {
          const current = rows.findCurrent(folderId, file.path)
          if (current === undefined) recordNewPath(rows, folderId, file, atMs, outcome)
          else recordKnownPath(rows, current, file, atMs, outcome)
        }
        return outcome
      }),
    recordStillChanging: (folderId, paths, atMs) =>
      step(() =>
        paths.flatMap((path) => {
          const row = rows.findCurrent(folderId, path)
          if (row?.state !== 'seen') return []
          rows.change(row, { kind: 'item.settling', actor: engineActor, atMs, to: 'settling' })
          return [row.id]
        }),
      ),
    waitingPaths: (folderId, under) =>
      readStep(connection, () => {
        const found =
          under === undefined
            ? waiting.all(folderId, waitingList)
            : waitingUnder.all(folderId, under, under, under, waitingList)
        return found.map((row) => row.path)
      }),
    unaccountedPaths: (folderId, paths) =>
      readStep(connection, () => unaccounted.all(JSON.stringify(paths), folderId).map((row) => row.path)),
    recordMissing: (folderId, paths, atMs) =>
      step(() =>
        paths.flatMap((path) => {
          const row = rows.findCurrent(folderId, path)
          return row === undefined ? [] : recordGone(rows, row, atMs)
        }),
      ),
  }
}

interface Outcome {
  readonly toSettle: ListedFile[]
  readonly changedItemIds: number[]
}

function recordNewPath(
  rows: ItemRows,
  folderId: string,
  file: ListedFile,
  atMs: number,
  outcome: Outcome,
): void {
  const moved = file.movedItemId === undefined ? undefined : rows.find(file.movedItemId)
  if (moved?.is_current === 1 && moved.folder_id === folderId) {
    const wakes = moved.state === 'ignored' || moved.state === 'missing'
    rows.change(moved, {
      kind: 'item.moved',
      actor: engineActor,
      atMs,
      ...(wakes ? { to: 'seen' as const } : {}),
      set: {
        path: file.path,
        ...(unreadStates.has(moved.state) || wakes ? reasonColumns(file.waitsBecause) : {}),
      },
      data: { movedFrom: moved.path },
    })
    outcome.changedItemIds.push(moved.id)
    if (file.waitsBecause === null) outcome.toSettle.push(file)
    return
  }
  const row = rows.insert({ ...file, folderId, atMs })
  outcome.changedItemIds.push(row.id)
  if (file.ignoredBecause !== null) {
    const set = reasonColumns(file.ignoredBecause)
    rows.change(row, { kind: 'item.ignored', actor: engineActor, atMs, to: 'ignored', set })
  } else if (file.waitsBecause !== null) {
    const set = reasonColumns(file.waitsBecause)
    rows.change(row, { kind: 'item.settling', actor: engineActor, atMs, to: 'settling', set })
  } else {
    outcome.toSettle.push(file)
  }
}

function recordKnownPath(
  rows: ItemRows,
  current: ItemRow,
  file: ListedFile,
  atMs: number,
  outcome: Outcome,
): void {
  if (current.state === 'ignored' && file.ignoredBecause !== null) return
  if (current.state === 'missing' || (current.state === 'ignored' && !isReadIndex(current))) {
    rows.change(current, {
      kind: 'item.returned',
      actor: engineActor,
      atMs,
      to: 'seen',
      set: { reason: null },
    })
    outcome.changedItemIds.push(current.id)
  } else if (!unreadStates.has(current.state) && isUnchanged(current, file)) {
    return
  }
  if (file.waitsBecause === null) outcome.toSettle.push(file)
}

function recordGone(rows: ItemRows, row: ItemRow, atMs: number): number[] {
  if (!waitingStates.has(row.state) || (row.state === 'ignored' && !isReadIndex(row))) return []
  const change =
    unreadStates.has(row.state) && row.role === 'scan'
      ? ({
          kind: 'item.ignored',
          to: 'ignored',
          set: reasonColumns(say('gone_unfinished')),
        } as const)
      : ({ kind: 'item.missing', to: 'missing' } as const)
  rows.change(row, { ...change, actor: engineActor, atMs })
  return [row.id]
}

/** An index file is `ignored` because it was read and nothing is wrong with it, not because it is not wanted. */
function isReadIndex(row: ItemRow): boolean {
  return row.role === 'index' && row.sha256 !== null
}

function isUnchanged(current: ItemRow, file: ListedFile): boolean {
  return (
    current.size_bytes === file.sizeBytes &&
    current.modified_at_ms === file.modifiedAtMs &&
    current.file_key === file.fileKey &&
    current.read_path === current.path
  )
}
