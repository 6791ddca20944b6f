import type { Finding } from '../../shared/finding-codes.ts'
import type { ItemState } from '../../shared/item-states.ts'
import type { Fields } from '../../shared/readings.ts'
import { readStep } from './connection.ts'
import type { Connection } from './connection.ts'
import { toFields } from './item-record.ts'
import type { ItemRow } from './item-record.ts'

export interface SameContent {
  readonly sha256: string
  readonly itemId: number
  readonly folderId: string
  readonly path: string
  readonly entityId: string | null
  readonly mediaType: string | null
  readonly state: ItemState
}

/** What a person once said about a content; it holds as long as the content is the same. */
export interface CorrectedFile {
  readonly path: string
  readonly sha256: string
  readonly entityId: string | null
  readonly mediaType: string | null
  readonly fields: Fields
}

/** A content of which a smaller form is sent; it holds as long as the content is the same. */
export interface RepairedFile {
  readonly path: string
  readonly sha256: string
  /** Tells of the smaller form. */
  readonly finding: Finding
}

export interface RejectedContent {
  readonly sha256: string
  readonly itemId: number
  readonly reason: string | null
}

export interface ContentQueries {
  /** Of these paths, those whose present item a person has corrected. */
  findCorrected(folderId: string, paths: readonly string[]): Promise<CorrectedFile[]>
  /** Of these paths, those whose present item is sent in a smaller form. */
  findRepaired(folderId: string, paths: readonly string[]): Promise<RepairedFile[]>
  /** Scans with one of these contents that count as duplicates: all but rejected, replaced and missing ones. */
  findSameContent(sha256s: readonly string[]): Promise<SameContent[]>
  /** Rejected scans with one of these contents, the oldest first. */
  rejectedSameContent(sha256s: readonly string[]): Promise<RejectedContent[]>
}

/** What the ledger knows of contents, wherever they lay. */
export function createContentQueries(connection: Connection): ContentQueries {
  const counting = connection.prepare<[string], ItemRow & { sha256: string }>(
    `SELECT * FROM items WHERE sha256 IN (SELECT value FROM json_each(?)) AND role = 'scan'
     AND state NOT IN ('rejected', 'superseded', 'missing') ORDER BY id`,
  )
  const rejected = connection.prepare<[string], ItemRow & { sha256: string }>(
    `SELECT * FROM items WHERE sha256 IN (SELECT value FROM json_each(?)) AND role = 'scan'
     AND state = 'rejected' ORDER BY id`,
  )
  const corrected = connection.prepare<[string, string], ItemRow & { sha256: string }>(
    `SELECT * FROM items WHERE folder_id = ? AND path IN (SELECT value FROM json_each(?))
     AND is_current = 1 AND read_by = 'person' AND sha256 IS NOT NULL`,
  )
  const repaired = connection.prepare<[string, string], { path: string; sha256: string; finding: string }>(
    `SELECT items.path, sha256, found.value AS finding FROM items, json_each(items.findings) found
     WHERE folder_id = ? AND items.path IN (SELECT value FROM json_each(?)) AND is_current = 1
     AND repair IS NOT NULL AND sha256 IS NOT NULL AND found.value ->> '$.code' = 'smaller_form'`,
  )
  return {
    findRepaired: (folderId, paths) =>
      readStep(connection, () =>
        repaired.all(folderId, JSON.stringify(paths)).map(({ path, sha256, finding }) => ({
          path,
          sha256,
          // Written by this room alone, from typed findings.
          finding: JSON.parse(finding) as Finding,
        })),
      ),
    findCorrected: (folderId, paths) =>
      readStep(connection, () =>
        corrected.all(folderId, JSON.stringify(paths)).map((row) => ({
          path: row.path,
          sha256: row.sha256,
          entityId: row.entity_id,
          mediaType: row.media_type,
          fields: toFields(row.fields),
        })),
      ),
    findSameContent: (sha256s) =>
      readStep(connection, () =>
        counting.all(JSON.stringify(sha256s)).map((row) => ({
          sha256: row.sha256,
          itemId: row.id,
          folderId: row.folder_id,
          path: row.path,
          entityId: row.entity_id,
          mediaType: row.media_type,
          state: row.state,
        })),
      ),
    rejectedSameContent: (sha256s) =>
      readStep(connection, () =>
        rejected
          .all(JSON.stringify(sha256s))
          .map((row) => ({ sha256: row.sha256, itemId: row.id, reason: row.reason })),
      ),
  }
}
