import { dirname, join } from 'node:path'
import { IntrayError } from '../shared/error-codes.ts'
import type { Item } from '../shared/records.ts'
import { systemArchiveFiles, systemCode } from './archive/archive-files.ts'
import type { ArchiveFiles } from './archive/archive-files.ts'
import { withNumber } from './archive/archive-path.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { PageToRemove } from './ledger/split-undo.ts'
import type { Log } from './log.ts'
import { createKnownContent } from './media/known-content.ts'
import { say } from '../shared/sentences/say.ts'

export interface PageRemovalOptions {
  readonly ledger: Pick<Ledger, 'wasSplit' | 'pagesToRemove' | 'recordPagesRemoved'>
  readonly log: Pick<Log, 'error' | 'warn'>
  readonly files?: ArchiveFiles
  folderPath(folderId: string): Promise<string | null>
  now(): number
}

/** Files of pages that go again, because their split was taken back. */
export interface PageRemoval {
  /** Throws `undo_refused` for a picture that was split and does not lie in its folder as it was: its pages are all there is. */
  refuseWithoutOriginal(item: Item): Promise<void>
  /** Removes what Intray wrote and nobody changed. What cannot be removed now is removed at the next start. */
  remove(itemId: number): Promise<void>
  /** Removes the pages that a crash or a lock left. */
  removeOutstanding(): Promise<void>
}

const mostNumbers = 1_000

/** The ledger knows of each file before it goes. A file of another content stays where it is. */
export function createPageRemoval(options: PageRemovalOptions): PageRemoval {
  const { ledger, log, files = systemArchiveFiles } = options

  const pathOf = async (folderId: string, path: string): Promise<string> => {
    const folder = await options.folderPath(folderId)
    if (folder === null) throw new IntrayError('folder_unreachable', say('its_folder_not_watched'))
    return join(folder, ...path.split('/'))
  }

  const holds = async (path: string, { sha256 }: PageToRemove): Promise<boolean> =>
    (await files.look(path))?.kind === 'file' && (await files.read(path)).sha256 === sha256

  /**
   * True when the page's file is gone. It takes a hidden name first, under which nobody writes, and is compared there:
   * what was saved over it in the last moment gets its name back.
   */
  const removePage = async (itemId: number, page: PageToRemove): Promise<boolean> => {
    const path = await pathOf(page.folderId, page.path)
    const draft = join(dirname(path), `.intray-unsplit-${String(itemId)}-${page.sha256.slice(0, 12)}.draft`)
    if ((await files.look(draft)) !== null) await settleDraft(draft, path, page)
    if ((await files.look(path)) === null) return true
    if (!(await holds(path, page))) return false
    await files.rename(path, draft)
    return settleDraft(draft, path, page)
  }

  /** Removes a page that has the hidden name, or gives it a free name where it is another content. */
  const settleDraft = async (draft: string, path: string, page: PageToRemove): Promise<boolean> => {
    if (await holds(draft, page)) {
      await files.remove(draft)
      return true
    }
    for (let number = 1; number <= mostNumbers; number += 1) {
      const target = withNumber(path, number)
      if (!(await nameAgain(draft, target))) continue
      log.warn('split_page_changed', { itemId: page.itemId })
      return false
    }
    throw new IntrayError('file_unreadable', say('page_names_taken'))
  }

  /** False where the name is taken. Nothing is overwritten. */
  const nameAgain = async (draft: string, target: string): Promise<boolean> => {
    if ((await files.look(target)) !== null) return false
    try {
      await files.link(draft, target)
    } catch (error) {
      if (systemCode(error) === 'EEXIST') return false
      // Where a file cannot have two names, the free name is taken by moving.
      await files.rename(draft, target)
      return true
    }
    await files.remove(draft)
    return true
  }

  const removeAll = async (only: number | null): Promise<void> => {
    for (const { itemId, pages } of await ledger.pagesToRemove(only)) {
      const gone: number[] = []
      try {
        for (const page of pages) {
          if ((await removePage(itemId, page)) && page.itemId !== null) gone.push(page.itemId)
        }
        await ledger.recordPagesRemoved(itemId, gone, options.now())
      } catch (error) {
        log.error('split_page_not_removed', error, { itemId })
      }
    }
  }

  return {
    async refuseWithoutOriginal({ id, folderId, path, sha256 }) {
      if (sha256 === null || !(await ledger.wasSplit(id))) return
      try {
        await createKnownContent().readHead(await pathOf(folderId, path), sha256)
      } catch (error) {
        if (!(error instanceof IntrayError)) throw error
        throw new IntrayError('undo_refused', say('pages_stay'), {
          cause: error,
        })
      }
    },
    remove: (itemId) => removeAll(itemId),
    removeOutstanding: () => removeAll(null),
  }
}
