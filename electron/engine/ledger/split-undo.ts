import { z } from 'zod'
import { IntrayError } from '../../shared/error-codes.ts'
import { canTransition } from '../../shared/item-states.ts'
import { readStep, writeStep } from './connection.ts'
import type { Connection } from './connection.ts'
import type { ItemRow } from './item-record.ts'
import { engineActor } from './item-rows.ts'
import type { ItemRows } from './item-rows.ts'
import { say } from '../../shared/sentences/say.ts'
import { reasonColumns, reasonData } from './told-columns.ts'

const removedPageSchema = z.object({
  /** Null for a page that never became an item. */
  itemId: z.int().nullable(),
  folderId: z.string(),
  /** Relative to the watched folder. */
  path: z.string(),
  sha256: z.string(),
})

/** A page whose file is to go, because the split that made it was taken back. */
export type PageToRemove = z.infer<typeof removedPageSchema>

export interface PagesToRemove {
  /** The item whose pages they are. */
  readonly itemId: number
  readonly pages: readonly PageToRemove[]
}

export interface SplitUndoSteps {
  /** True for an item that was split into its pages at some time. */
  wasSplit(itemId: number): Promise<boolean>
  /** The pages of one item, or of all, whose files are to go. */
  pagesToRemove(itemId: number | null): Promise<PagesToRemove[]>
  /** Their files are dealt with: `goneItemIds` are the pages whose files lie in their folders no more. */
  recordPagesRemoved(itemId: number, goneItemIds: readonly number[], atMs: number): Promise<void>
}

/** Takes the pages of a split back, within the transaction of the undo. Throws `undo_refused`. */
export type TakePagesBack = (original: ItemRow, actor: string, atMs: number) => void

/** The fact that tells which files of pages are to go. */
export const unsplitFact = (itemId: number): string => `unsplit:${String(itemId)}`

/** The steps by which pages become one picture again. The ledger knows of each file before it goes. */
export function createSplitUndo(
  connection: Connection,
  rows: ItemRows,
): SplitUndoSteps & { readonly takePagesBack: TakePagesBack } {
  const splitBefore = connection.prepare<[number]>(
    `SELECT 1 FROM audit_events WHERE item_id = ? AND kind = 'item.split' LIMIT 1`,
  )
  const lastPages = connection.prepare<[number], { sha256s: string }>(
    `SELECT (SELECT json_group_array(value ->> '$.sha256') FROM json_each(data, '$.pages')) AS sha256s
     FROM audit_events WHERE item_id = ? AND kind = 'item.split' ORDER BY seq DESC LIMIT 1`,
  )
  const pageItems = connection.prepare<[string, number], ItemRow & { sha256: string }>(
    `SELECT * FROM items WHERE sha256 IN (SELECT value FROM json_each(?)) AND split_from = ? AND is_current = 1`,
  )
  const unread = connection.prepare<
    [number],
    { folder_id: string; path: string; sha256: string; is_written: number }
  >('SELECT folder_id, path, sha256, is_written FROM split_pages WHERE item_id = ?')
  const forget = connection.prepare<[number]>('DELETE FROM split_pages WHERE item_id = ?')
  const wasTried = connection.prepare<[number]>('SELECT 1 FROM attempts WHERE item_id = ? LIMIT 1')
  const keep = connection.prepare<[string, string]>(
    'INSERT INTO ledger_facts VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  )
  const clear = connection.prepare<[string]>('DELETE FROM ledger_facts WHERE name = ?')
  const kept = connection.prepare<[string], { name: string; value: string }>(
    'SELECT name, value FROM ledger_facts WHERE name GLOB ?',
  )

  /** What was decided about a page goes with it; what was sent cannot. */
  const reject = (page: ItemRow, original: ItemRow, actor: string, atMs: number): void => {
    if (wasTried.get(page.id) !== undefined) {
      throw new IntrayError('undo_refused', say('page_was_sent', { path: page.path }))
    }
    if (page.state === 'rejected') return
    if (!canTransition(page.state, 'rejected')) {
      throw new IntrayError('undo_refused', say('page_is_read', { path: page.path }))
    }
    const reason = say('page_again', { path: original.path })
    rows.change(page, {
      kind: 'item.rejected',
      actor,
      atMs,
      to: 'rejected',
      set: { ...reasonColumns(reason), sends_after_ms: null },
      data: reasonData(reason),
    })
  }

  return {
    takePagesBack(original, actor, atMs) {
      const waiting = unread.all(original.id)
      // They are on their way to become items, and would come back as such.
      if (waiting.some(({ is_written: isWritten }) => isWritten === 1)) {
        throw new IntrayError('undo_refused', say('pages_are_read'))
      }
      const pages = pageItems.all(lastPages.get(original.id)?.sha256s ?? '[]', original.id)
      for (const page of pages) reject(page, original, actor, atMs)
      const toRemove: PageToRemove[] = [
        ...pages.map(({ id: itemId, folder_id: folderId, path, sha256 }) => ({
          itemId,
          folderId,
          path,
          sha256,
        })),
        ...waiting.map(({ folder_id: folderId, path, sha256 }) => ({ itemId: null, folderId, path, sha256 })),
      ]
      forget.run(original.id)
      keep.run(unsplitFact(original.id), JSON.stringify(toRemove))
    },
    wasSplit: (itemId) => readStep(connection, () => splitBefore.get(itemId) !== undefined),
    pagesToRemove: (itemId) =>
      readStep(connection, () =>
        kept.all(itemId === null ? 'unsplit:*' : unsplitFact(itemId)).map(({ name, value }) => ({
          itemId: Number(name.slice(name.indexOf(':') + 1)),
          pages: z.array(removedPageSchema).parse(JSON.parse(value)),
        })),
      ),
    recordPagesRemoved: (itemId, goneItemIds, atMs) =>
      writeStep(connection, () => {
        for (const pageId of goneItemIds) {
          const page = rows.find(pageId)
          if (page?.is_current !== 1 || page.state !== 'rejected') continue
          // Nothing lies at its path: the same page may be written there again, as another item.
          rows.change(page, {
            kind: 'item.page_removed',
            actor: engineActor,
            atMs,
            set: { is_current: 0 },
          })
        }
        clear.run(unsplitFact(itemId))
      }),
  }
}
