import type { IndexFile, IndexRow } from '../../shared/records.ts'
import { readStep } from './connection.ts'
import type { Connection } from './connection.ts'
import { toIndexRow } from './index-record.ts'
import type { FoundIndexRow, StoredIndexRow } from './index-record.ts'

/** The two ways in which a row can name a file. */
export interface FileKeys {
  readonly fileKey: string
  /** The same without the extension. */
  readonly stemKey: string
}

export interface IndexRowFilter {
  readonly folderId: string
  /** Of the index file. */
  readonly path: string
  /** A malformed row is neither matched nor waiting. */
  readonly show: 'all' | 'matched' | 'waiting' | 'malformed'
  readonly offset: number
  readonly limit: number
}

export interface OverdueRows {
  /** In the order of the file, as many as the limit allows. */
  readonly rows: readonly IndexRow[]
  readonly count: number
  /** When the oldest row that waits and is not overdue was first seen; null when no other row waits. */
  readonly nextSeenAtMs: number | null
}

export interface IndexQueries {
  /**
   * The rows of all index files of a folder that name these files, by `fileKey`. Of rows with equal values in one
   * index only the first is given. A file without a row is left out.
   */
  findIndexRows(folderId: string, keys: readonly FileKeys[]): Promise<Map<string, FoundIndexRow[]>>
  /** Good rows without a scan that were first seen before that time. */
  overdueIndexRows(
    folderId: string,
    indexPath: string,
    seenBeforeMs: number,
    limit: number,
  ): Promise<OverdueRows>
  /** Rows that cannot be used, in the order of the file. */
  malformedIndexRows(
    folderId: string,
    indexPath: string,
    limit: number,
  ): Promise<{ readonly rows: readonly IndexRow[]; readonly count: number }>
  /** The 1,000 index files that were read last. A waiting row is overdue when its folder's wait is over. */
  listIndexFiles(nowMs: number, waitMsOf: (folderId: string) => number): Promise<IndexFile[]>
  listIndexRows(filter: IndexRowFilter): Promise<{ readonly rows: IndexRow[]; readonly rowCount: number }>
  /** Of these folders inside a watched folder ('' for itself), those in which a table lies. */
  directoriesWithIndex(folderId: string, directories: readonly string[]): Promise<Set<string>>
}

const listedFiles = 1_000

interface StoredIndexFile {
  readonly folder_id: string
  readonly path: string
  readonly item_id: number
  readonly kind: IndexFile['kind']
  readonly encoding: string
  readonly delimiter: string | null
  readonly columns: string
  readonly read_at_ms: number
}

/** Rows of one index file. The indexes are named: the planner would rather walk all rows of the file. */
const rowsShown = {
  all: rowsBy('index_rows_order', 'TRUE'),
  matched: rowsBy('index_rows_order', 'item_id IS NOT NULL AND problem IS NULL'),
  waiting: rowsBy('index_rows_open', 'item_id IS NULL AND problem IS NULL'),
  malformed: rowsBy('index_rows_malformed', 'problem IS NOT NULL'),
} as const satisfies Record<IndexRowFilter['show'], string>

function rowsBy(index: string, clause: string): string {
  return `FROM index_rows INDEXED BY ${index} WHERE folder_id = ? AND index_path = ? AND ${clause}`
}

/** Reads of index files and their rows. */
export function createIndexQueries(connection: Connection): IndexQueries {
  const anyRow = connection.prepare<[string], { found: 1 }>(
    'SELECT 1 AS found FROM index_rows WHERE folder_id = ? LIMIT 1',
  )
  const naming = connection.prepare<[string, string, 0 | 1], StoredIndexRow>(
    // With min(), the other columns are those of the row that has the lowest number.
    `SELECT *, min(row_number) FROM index_rows WHERE folder_id = ? AND file_key = ? AND is_stem = ?
     GROUP BY index_path, values_hash ORDER BY index_path, row_number`,
  )
  const overdue = connection.prepare<[string, string, number, number], StoredIndexRow>(
    `SELECT * ${rowsShown.waiting} AND first_seen_at_ms < ? ORDER BY row_number LIMIT ?`,
  )
  const waiting = connection.prepare<
    [number, number, string, string],
    { count: number; overdue: number; next: number | null }
  >(
    `SELECT count(*) AS count, count(*) FILTER (WHERE first_seen_at_ms < ?) AS overdue,
       min(first_seen_at_ms) FILTER (WHERE first_seen_at_ms >= ?) AS next ${rowsShown.waiting}`,
  )
  const files = connection.prepare<[number], StoredIndexFile>(
    'SELECT * FROM index_files ORDER BY read_at_ms DESC, folder_id, path LIMIT ?',
  )
  const withTable = connection.prepare<[string, string], { directory: string }>(
    `SELECT DISTINCT directory FROM index_files WHERE kind = 'table' AND folder_id = ?
     AND directory IN (SELECT value FROM json_each(?))`,
  )
  const countIn = (show: IndexRowFilter['show']) =>
    connection.prepare<[string, string], { count: number }>(`SELECT count(*) AS count ${rowsShown[show]}`)
  const counts = {
    all: countIn('all'),
    matched: countIn('matched'),
    waiting: countIn('waiting'),
    malformed: countIn('malformed'),
  }
  const count = (show: IndexRowFilter['show'], folderId: string, path: string): number =>
    counts[show].get(folderId, path)?.count ?? 0

  const page = ({ folderId, path, show, offset, limit }: IndexRowFilter): IndexRow[] =>
    connection
      .prepare<[string, string, number, number], StoredIndexRow>(
        `SELECT * ${rowsShown[show]} ORDER BY row_number LIMIT ? OFFSET ?`,
      )
      .all(folderId, path, limit, offset)
      .map(toIndexRow)

  const toIndexFile = (file: StoredIndexFile, seenBeforeMs: number): IndexFile => {
    const { folder_id: folderId, path } = file
    const open = waiting.get(seenBeforeMs, seenBeforeMs, folderId, path)
    const rowCount = count('all', folderId, path)
    const malformedCount = count('malformed', folderId, path)
    const waitingCount = open?.count ?? 0
    return {
      itemId: file.item_id,
      folderId,
      path,
      kind: file.kind,
      encoding: file.encoding,
      delimiter: file.delimiter,
      // Written by this room alone, as an object of texts.
      columns: JSON.parse(file.columns) as Record<string, string>,
      readAtMs: file.read_at_ms,
      rowCount,
      matchedCount: rowCount - waitingCount - malformedCount,
      waitingCount,
      overdueCount: open?.overdue ?? 0,
      malformedCount,
    }
  }

  return {
    findIndexRows: (folderId, keys) =>
      readStep(connection, () => {
        const found = new Map<string, FoundIndexRow[]>()
        if (anyRow.get(folderId) === undefined) return found
        for (const { fileKey, stemKey } of keys) {
          const rows = [...naming.all(folderId, fileKey, 0), ...naming.all(folderId, stemKey, 1)]
          if (rows.length > 0) found.set(fileKey, rows.map(toFoundRow))
        }
        return found
      }),
    overdueIndexRows: (folderId, indexPath, seenBeforeMs, limit) =>
      readStep(connection, () => {
        const all = waiting.get(seenBeforeMs, seenBeforeMs, folderId, indexPath)
        return {
          rows: overdue.all(folderId, indexPath, seenBeforeMs, limit).map(toIndexRow),
          count: all?.overdue ?? 0,
          nextSeenAtMs: all?.next ?? null,
        }
      }),
    malformedIndexRows: (folderId, indexPath, limit) =>
      readStep(connection, () => ({
        rows: page({ folderId, path: indexPath, show: 'malformed', offset: 0, limit }),
        count: count('malformed', folderId, indexPath),
      })),
    listIndexFiles: (nowMs, waitMsOf) =>
      readStep(connection, () =>
        files.all(listedFiles).map((file) => toIndexFile(file, nowMs - waitMsOf(file.folder_id))),
      ),
    listIndexRows: (filter) =>
      readStep(connection, () => ({
        rows: page(filter),
        rowCount: count(filter.show, filter.folderId, filter.path),
      })),
    directoriesWithIndex: (folderId, directories) =>
      readStep(
        connection,
        () => new Set(withTable.all(folderId, JSON.stringify(directories)).map(({ directory }) => directory)),
      ),
  }
}

function toFoundRow(row: StoredIndexRow): FoundIndexRow {
  return { ...toIndexRow(row), valuesHash: row.values_hash }
}
