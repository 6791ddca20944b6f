import { hash } from 'node:crypto'
import type { IndexRow } from '../../shared/records.ts'
import { canonicalJson } from './canonical-json.ts'
import { toFields } from './item-record.ts'
import { toSentence } from './told-columns.ts'

/** A row as the file says it. */
export interface IndexRowInput extends Pick<
  IndexRow,
  'rowNumber' | 'file' | 'entityId' | 'mediaType' | 'side' | 'fields' | 'problem'
> {
  /** What the row's file is found by. */
  readonly fileKey: string
  /** True where the key is a name without its extension. */
  readonly isStem: boolean
}

/** A row with the mark of its values: whoever reads a scan with it gives the mark back. */
export interface FoundIndexRow extends IndexRow {
  readonly valuesHash: string
}

/** A row of `index_rows` as SQLite returns it. The CHECKs of the schema guard the narrow types. */
export interface StoredIndexRow {
  readonly id: number
  readonly folder_id: string
  readonly index_path: string
  readonly row_number: number
  readonly file: string
  readonly file_key: string
  readonly entity_id: string | null
  readonly media_type: string | null
  readonly side: IndexRow['side']
  readonly fields: string
  readonly problem: string | null
  readonly problem_said: string | null
  readonly values_hash: string
  readonly generation: number
  readonly first_seen_at_ms: number
  readonly item_id: number | null
  readonly used_hash: string | null
}

export function toIndexRow(row: StoredIndexRow): IndexRow {
  return {
    id: row.id,
    folderId: row.folder_id,
    indexPath: row.index_path,
    rowNumber: row.row_number,
    file: row.file,
    entityId: row.entity_id,
    mediaType: row.media_type,
    side: row.side,
    fields: toFields(row.fields),
    problem: toSentence(row.problem, row.problem_said),
    firstSeenAtMs: row.first_seen_at_ms,
    itemId: row.item_id,
  }
}

/** Equal for rows that mean the same for their file, wherever they stand. */
export function hashValues(row: IndexRowInput): string {
  const values = [row.entityId, row.mediaType, row.side, row.fields, row.problem?.words ?? null]
  return hash('sha256', canonicalJson(values), 'base64url')
}
