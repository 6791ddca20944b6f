import type { IndexRow } from '../../shared/records.ts'
import type { Connection } from './connection.ts'
import { hashValues, toIndexRow } from './index-record.ts'
import type { IndexRowInput, StoredIndexRow } from './index-record.ts'
import { saidColumn } from './told-columns.ts'

/** One reading of one index file. */
export interface ReadingPlace {
  readonly folderId: string
  readonly indexPath: string
  readonly generation: number
}

export interface WrittenRow {
  readonly kind: 'new' | 'changed' | 'same'
  /** What the row says now, where a scan was read with something else. */
  readonly changedAfterUse: IndexRow | null
}

export interface IndexRowWriting {
  /** Forgets how often files were named in the reading before. */
  begin(folderId: string, indexPath: string): void
  write(place: ReadingPlace, row: IndexRowInput, atMs: number): WrittenRow
}

/** Writes rows of index files over what earlier readings left. Runs inside a transaction of the caller. */
export function createIndexRowWriting(connection: Connection): IndexRowWriting {
  const find = connection.prepare<[string, string, number, string, number], StoredIndexRow>(
    `SELECT * FROM index_rows
     WHERE folder_id = ? AND file_key = ? AND is_stem = ? AND index_path = ? AND occurrence = ?`,
  )
  const insert = connection.prepare(
    `INSERT INTO index_rows
       (folder_id, index_path, file_key, is_stem, occurrence, first_seen_at_ms, row_number, file, entity_id,
        media_type, side, fields, problem, problem_said, values_hash, generation)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const change = connection.prepare<unknown[], StoredIndexRow>(
    `UPDATE index_rows SET row_number = ?, file = ?, entity_id = ?, media_type = ?, side = ?, fields = ?,
       problem = ?, problem_said = ?, values_hash = ?, generation = ? WHERE id = ? RETURNING *`,
  )
  const confirm = connection.prepare<[number, string, number, number], StoredIndexRow>(
    'UPDATE index_rows SET row_number = ?, file = ?, generation = ? WHERE id = ? RETURNING *',
  )
  /** For files that the running reading of an index names more than once: the next occurrence of each. */
  const repeated = new Map<string, Map<string, number>>()

  /** Which of the file's rows this is, and the row that an earlier reading left there. */
  const locate = (place: ReadingPlace, row: IndexRowInput) => {
    const index = JSON.stringify([place.folderId, place.indexPath])
    const file = `${row.isStem ? 'stem' : 'name'}:${row.fileKey}`
    const again = repeated.get(index)
    for (let occurrence = again?.get(file) ?? 0; ; occurrence += 1) {
      const isStem = row.isStem ? 1 : 0
      const stored = find.get(place.folderId, row.fileKey, isStem, place.indexPath, occurrence)
      if (stored?.generation === place.generation) continue
      if (occurrence > 0) {
        if (again === undefined) repeated.set(index, new Map([[file, occurrence + 1]]))
        else again.set(file, occurrence + 1)
      }
      return { stored, occurrence }
    }
  }

  const changedAfterUse = (row: StoredIndexRow | undefined): IndexRow | null =>
    row === undefined || row.used_hash === null || row.used_hash === row.values_hash ? null : toIndexRow(row)

  return {
    begin(folderId, indexPath) {
      repeated.delete(JSON.stringify([folderId, indexPath]))
    },
    write(place, row, atMs) {
      const { stored, occurrence } = locate(place, row)
      const valuesHash = hashValues(row)
      if (stored?.values_hash === valuesHash) {
        const confirmed = confirm.get(row.rowNumber, row.file, place.generation, stored.id)
        return { kind: 'same', changedAfterUse: changedAfterUse(confirmed) }
      }
      const { rowNumber, file, entityId, mediaType, side, problem } = row
      const fields = JSON.stringify(row.fields)
      const told = [problem?.words ?? null, saidColumn(problem)]
      const content = [rowNumber, file, entityId, mediaType, side, fields, ...told, valuesHash]
      if (stored === undefined) {
        const { folderId, indexPath, generation } = place
        const key = [folderId, indexPath, row.fileKey, row.isStem ? 1 : 0, occurrence]
        insert.run(...key, atMs, ...content, generation)
        return { kind: 'new', changedAfterUse: null }
      }
      const changed = change.get(...content, place.generation, stored.id)
      return { kind: 'changed', changedAfterUse: changedAfterUse(changed) }
    },
  }
}
