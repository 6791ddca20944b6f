import type { IndexFile, IndexRow } from '../../shared/records.ts'
import { canonicalJson } from './canonical-json.ts'
import { readStep, writeStep } from './connection.ts'
import type { Connection } from './connection.ts'
import type { IndexRowInput } from './index-record.ts'
import type { IndexRowUses, UsedRow } from './index-row-uses.ts'
import { createIndexRowWriting } from './index-row-writing.ts'

/** An index file that is about to be read. `path` is relative to its watched folder. */
export type IndexReading = Pick<
  IndexFile,
  'folderId' | 'path' | 'itemId' | 'kind' | 'encoding' | 'delimiter' | 'columns'
>

/** How it was read, which can show late: a table may begin in plain ASCII. */
export type IndexLayout = Pick<IndexFile, 'encoding' | 'delimiter' | 'columns'>

export interface RecordedRows {
  /** What the files of new and of changed rows are found by. */
  readonly fileKeys: readonly string[]
  /** Rows that say something else now than what a scan was read with. */
  readonly changedAfterUse: readonly IndexRow[]
}

/** A scan that was read with a row. */
export interface RowUse extends UsedRow {
  readonly itemId: number
}

export interface RemovedRows {
  /** What the files of the removed rows are found by. */
  readonly removedFileKeys: readonly string[]
}

/**
 * The steps of reading an index file: begin, record its rows in batches, finish. A row is known again by the file
 * that it names, so inserted lines make no other row new. Until a reading finishes, rows that are no longer in the
 * file still count.
 */
export interface IndexSteps {
  /** Returns the number of this reading, which its rows carry. */
  beginIndexReading(reading: IndexReading, atMs: number): Promise<number>
  /** Throws when another reading of the file has begun since. */
  recordIndexRows(
    folderId: string,
    indexPath: string,
    generation: number,
    rows: readonly IndexRowInput[],
    atMs: number,
  ): Promise<RecordedRows>
  /** Takes away the rows that the reading did not find. Not to be called for one that broke off. */
  finishIndexReading(
    folderId: string,
    indexPath: string,
    generation: number,
    layout: IndexLayout,
  ): Promise<RemovedRows>
  /** Takes away an index file that is gone, with its rows. */
  forgetIndex(folderId: string, indexPath: string): Promise<RemovedRows>
  /** Keeps with which values scans were read that the ledger does not record anew, as their reading is the same. */
  markRowsUsed(used: readonly RowUse[]): Promise<void>
}

/** So many rows are taken away in one transaction: the engine does its other work in between. */
const removedAtATime = 5_000

/** Index rows are a copy of files that lie in the folder: the audit chain tells of the items that they describe. */
export function createIndexSteps(connection: Connection, uses: IndexRowUses): IndexSteps {
  const writing = createIndexRowWriting(connection)
  const begin = connection.prepare<unknown[], { generation: number }>(
    `INSERT INTO index_files
       (folder_id, path, directory, item_id, kind, encoding, delimiter, columns, read_at_ms, generation)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
     ON CONFLICT DO UPDATE SET item_id = excluded.item_id, kind = excluded.kind, encoding = excluded.encoding,
       delimiter = excluded.delimiter, columns = excluded.columns, read_at_ms = excluded.read_at_ms,
       generation = generation + 1
     RETURNING generation`,
  )
  const describe = connection.prepare<[string, string | null, string, string, string, number]>(
    `UPDATE index_files SET encoding = ?, delimiter = ?, columns = ?
     WHERE folder_id = ? AND path = ? AND generation = ?`,
  )
  const current = connection.prepare<[string, string], { generation: number }>(
    'SELECT generation FROM index_files WHERE folder_id = ? AND path = ?',
  )
  const outdated = connection.prepare<[string, string, number], { id: number; file_key: string }>(
    `SELECT id, file_key FROM index_rows WHERE folder_id = ? AND index_path = ? AND generation < ?`,
  )
  // A row that the next reading has found again in the meantime stays.
  const remove = connection.prepare<[string, number]>(
    'DELETE FROM index_rows WHERE id IN (SELECT value FROM json_each(?)) AND generation < ?',
  )
  const forget = connection.prepare<[string, string, number]>(
    'DELETE FROM index_files WHERE folder_id = ? AND path = ? AND generation < ?',
  )
  const removeBefore = async (folderId: string, path: string, generation: number): Promise<RemovedRows> => {
    const rows = await readStep(connection, () => outdated.all(folderId, path, generation))
    for (let from = 0; from < rows.length; from += removedAtATime) {
      const ids = rows.slice(from, from + removedAtATime).map(({ id }) => id)
      await writeStep(connection, () => remove.run(JSON.stringify(ids), generation))
      await new Promise(setImmediate)
    }
    return { removedFileKeys: [...new Set(rows.map((row) => row.file_key))] }
  }

  return {
    beginIndexReading: ({ folderId, path, itemId, kind, encoding, delimiter, columns }, atMs) =>
      writeStep(connection, () => {
        writing.begin(folderId, path)
        const directory = path.slice(0, Math.max(0, path.lastIndexOf('/')))
        const names = canonicalJson(columns)
        const begun = begin.get(folderId, path, directory, itemId, kind, encoding, delimiter, names, atMs)
        if (begun === undefined) throw new Error('an insert returned no row')
        return begun.generation
      }),
    recordIndexRows: (folderId, indexPath, generation, rows, atMs) =>
      writeStep(connection, () => {
        if (current.get(folderId, indexPath)?.generation !== generation) {
          throw new Error(`another reading of ${indexPath} has begun`)
        }
        const fileKeys = new Set<string>()
        const changedAfterUse: IndexRow[] = []
        for (const row of rows) {
          const written = writing.write({ folderId, indexPath, generation }, row, atMs)
          if (written.kind !== 'same') fileKeys.add(row.fileKey)
          if (written.changedAfterUse !== null) changedAfterUse.push(written.changedAfterUse)
        }
        return { fileKeys: [...fileKeys], changedAfterUse }
      }),
    finishIndexReading: async (folderId, indexPath, generation, { encoding, delimiter, columns }) => {
      await writeStep(connection, () =>
        describe.run(encoding, delimiter, canonicalJson(columns), folderId, indexPath, generation),
      )
      return removeBefore(folderId, indexPath, generation)
    },
    async forgetIndex(folderId, indexPath) {
      const known = await readStep(connection, () => current.get(folderId, indexPath))
      const next = (known?.generation ?? 0) + 1
      const removed = await removeBefore(folderId, indexPath, next)
      await writeStep(connection, () => forget.run(folderId, indexPath, next))
      return removed
    },
    markRowsUsed: (used) =>
      writeStep(connection, () => {
        for (const { itemId, ...row } of used) uses.use(itemId, [row])
      }),
  }
}
