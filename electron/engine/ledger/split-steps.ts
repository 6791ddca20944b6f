import type { Item } from '../../shared/records.ts'
import type { Recipe } from '../../shared/repair.ts'
import { readStep, writeStep } from './connection.ts'
import type { Connection } from './connection.ts'
import { toFields, toItem } from './item-record.ts'
import type { ItemRow } from './item-record.ts'
import type { ItemRows } from './item-rows.ts'
import type { CorrectedFile } from './content-queries.ts'
import type { Sentence } from '../../shared/sentences/told.ts'
import { reasonColumns, reasonData } from './told-columns.ts'

/** One page that becomes a file of its own. */
export interface NewPage {
  /** From 1. */
  readonly number: number
  /** Relative to the watched folder, beside the original. */
  readonly path: string
  readonly sha256: string
  readonly sizeBytes: number
}

export interface Split {
  readonly itemId: number
  readonly revision: number
  readonly actor: string
  readonly recipe: Recipe
  readonly pages: readonly NewPage[]
  readonly reason: Sentence
}

/** A page that the ledger knows of and that may not lie in its folder yet. */
export interface PageToWrite {
  readonly itemId: number
  readonly number: number
  readonly folderId: string
  readonly path: string
  readonly sha256: string
  /** Of the original, so that the page has it too. */
  readonly modifiedAtMs: number
}

/** What a page has from the item that it was split from; values are null where that had none. */
export interface SplitFile extends CorrectedFile {
  readonly splitFrom: number
}

export interface SplitSteps {
  /** Rejects an item whose pages take its place. The pages are facts of the ledger before they are written. */
  recordSplit(split: Split, atMs: number): Promise<Item>
  /** The pages of one item, or of all, that are not written yet. Those of an item that was reopened are not. */
  pagesToWrite(itemId: number | null): Promise<PageToWrite[]>
  /** Under which path a page lies in its folder, or is about to. */
  recordPage(page: PageToWrite, place: { readonly path: string; readonly isWritten: boolean }): Promise<void>
  /** The pages at these paths of a folder that are no items yet. */
  findSplitPages(folderId: string, paths: readonly string[]): Promise<SplitFile[]>
}

/** The steps by which the pages of one picture become files of their own. Each is one transaction. */
export function createSplitSteps(connection: Connection, rows: ItemRows): SplitSteps {
  const forget = connection.prepare<[number]>('DELETE FROM split_pages WHERE item_id = ?')
  const insert = connection.prepare(
    'INSERT INTO split_pages (item_id, number, folder_id, path, sha256) VALUES (?, ?, ?, ?, ?)',
  )
  const toWrite = connection.prepare<unknown[], PageRow>(
    `SELECT page.*, original.modified_at_ms FROM split_pages page JOIN items original ON original.id = page.item_id
     WHERE is_written = 0 AND original.state = 'rejected' AND (? IS NULL OR page.item_id = ?)
     ORDER BY page.item_id, number`,
  )
  const place = connection.prepare<[string, 0 | 1, number, number]>(
    'UPDATE split_pages SET path = ?, is_written = ? WHERE item_id = ? AND number = ?',
  )
  const find = connection.prepare<[string, string], ItemRow & PageRow>(
    `SELECT original.*, page.path, page.sha256, page.item_id FROM split_pages page
     JOIN items original ON original.id = page.item_id
     WHERE page.folder_id = ? AND page.path IN (SELECT value FROM json_each(?))`,
  )

  return {
    recordSplit: (split, atMs) =>
      writeStep(connection, () => {
        const row = rows.getAt(split.itemId, split.revision)
        forget.run(row.id)
        for (const page of split.pages) {
          insert.run(row.id, page.number, row.folder_id, page.path, page.sha256)
        }
        return toItem(
          rows.change(row, {
            kind: 'item.split',
            actor: split.actor,
            atMs,
            keepsBefore: true,
            to: 'rejected',
            set: {
              ...reasonColumns(split.reason),
              repair: null,
              sends_after_ms: null,
              first_approval_by: null,
            },
            data: {
              original: { sha256: row.sha256, sizeBytes: row.size_bytes, family: row.family },
              recipe: split.recipe,
              pages: split.pages,
              ...reasonData(split.reason),
            },
          }),
        )
      }),
    pagesToWrite: (itemId) =>
      readStep(connection, () =>
        toWrite.all(itemId, itemId).map((page) => ({
          itemId: page.item_id,
          number: page.number,
          folderId: page.folder_id,
          path: page.path,
          sha256: page.sha256,
          modifiedAtMs: page.modified_at_ms,
        })),
      ),
    recordPage: (page, { path, isWritten }) =>
      writeStep(connection, () => {
        place.run(path, isWritten ? 1 : 0, page.itemId, page.number)
      }),
    findSplitPages: (folderId, paths) =>
      readStep(connection, () =>
        find.all(folderId, JSON.stringify(paths)).map((row) => ({
          path: row.path,
          sha256: row.sha256,
          splitFrom: row.item_id,
          entityId: row.entity_id,
          mediaType: row.media_type,
          fields: toFields(row.fields),
        })),
      ),
  }
}

interface PageRow {
  readonly item_id: number
  readonly number: number
  readonly folder_id: string
  readonly path: string
  readonly sha256: string
  readonly modified_at_ms: number
}
