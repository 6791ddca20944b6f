import type { Connection } from './connection.ts'

/** A row that a scan was read with. `valuesHash` is that of the row as it was found. */
export interface UsedRow {
  readonly rowId: number
  readonly valuesHash: string
}

export interface IndexRowUses {
  /** Keeps with which values a scan was read. Rows that name the same file with the same values are used along. */
  use(itemId: number, rows: readonly UsedRow[]): void
  /** Gives a row that waits, and those that name the same file, to a scan that was not read with them. */
  match(itemId: number, folderId: string, fileKey: string, isStem: boolean): number
}

/** Who used which rows of index files. Every function runs inside a transaction of the caller. */
export function createIndexRowUses(connection: Connection): IndexRowUses {
  const use = connection.prepare<[UsedRow & { itemId: number }]>(
    `UPDATE index_rows SET item_id = @itemId, used_hash = @valuesHash
     WHERE (folder_id, file_key, is_stem, index_path) =
       (SELECT folder_id, file_key, is_stem, index_path FROM index_rows WHERE id = @rowId)
     AND (values_hash = @valuesHash OR id = @rowId)`,
  )
  const match = connection.prepare<[number, string, string, 0 | 1]>(
    `UPDATE index_rows SET item_id = ? WHERE folder_id = ? AND file_key = ? AND is_stem = ? AND item_id IS NULL`,
  )
  return {
    use(itemId, rows) {
      for (const { rowId, valuesHash } of rows) use.run({ rowId, valuesHash, itemId })
    },
    match: (itemId, folderId, fileKey, isStem) =>
      match.run(itemId, folderId, fileKey, isStem ? 1 : 0).changes,
  }
}
