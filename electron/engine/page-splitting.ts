import { link, open, rename, rm, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { IntrayError } from '../shared/error-codes.ts'
import type { Item } from '../shared/records.ts'
import type { RepairProposal } from '../shared/repair.ts'
import { withNumber } from './archive/archive-path.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { PageToWrite } from './ledger/split-steps.ts'
import type { Log } from './log.ts'
import { createKnownContent } from './media/known-content.ts'
import type { RepairForms } from './media/repair/repair-forms.ts'
import { say } from '../shared/sentences/say.ts'

export interface PageSplittingOptions {
  readonly ledger: Pick<Ledger, 'recordSplit' | 'pagesToWrite' | 'recordPage'>
  readonly forms: Pick<RepairForms, 'read'>
  readonly log: Log
  folderPath(folderId: string): Promise<string | null>
  now(): number
}

/** Pages that become files of their own, beside the picture that they come from. */
export interface PageSplitting {
  /**
   * Rejects the item and writes its pages beside the file. Nothing is overwritten: a name that is taken gets a number.
   * A page that cannot be written now is written at the next start.
   */
  split(item: Item, proposal: RepairProposal, actor: string): Promise<Item>
  /** Writes the pages that a crash or a full disk left out. */
  writeOutstanding(): Promise<void>
}

/** The ledger knows of each page before it is written. */
export function createPageSplitting(options: PageSplittingOptions): PageSplitting {
  const { ledger, forms, log } = options

  const writePage = async (page: PageToWrite): Promise<void> => {
    const folder = await options.folderPath(page.folderId)
    if (folder === null) throw new IntrayError('folder_unreachable', say('its_folder_not_watched'))
    const bytes = await forms.read(page.sha256)
    if (bytes === undefined) throw new IntrayError('repair_missing')
    const draft = join(
      dirname(join(folder, ...page.path.split('/'))),
      `.intray-page-${String(page.itemId)}-${String(page.number)}.draft`,
    )
    try {
      await writeDraft(draft, bytes, page.modifiedAtMs)
      for (let number = 1; number <= mostNumbers; number += 1) {
        const path = withNumber(page.path, number)
        const target = join(folder, ...path.split('/'))
        // Known before it is there: the folder may be looked at in the same moment.
        if (number > 1) await ledger.recordPage(page, { path, isWritten: false })
        if (!(await nameDraft(draft, target)) && !(await holds(target, page.sha256))) continue
        await ledger.recordPage(page, { path, isWritten: true })
        return
      }
      throw new IntrayError('file_unreadable', say('page_names_taken'))
    } finally {
      await rm(draft, { force: true }).catch(() => undefined)
    }
  }

  const writePages = async (itemId: number | null): Promise<void> => {
    for (const page of await ledger.pagesToWrite(itemId)) {
      try {
        await writePage(page)
      } catch (error) {
        log.error('split_page_unwritten', error, { itemId: page.itemId })
      }
    }
  }

  return {
    async split(item, { recipe, after }, actor) {
      const split = await ledger.recordSplit(
        {
          itemId: item.id,
          revision: item.revision,
          actor,
          recipe,
          pages: after.map(({ sha256, sizeBytes }, index) => ({
            number: index + 1,
            path: pagePath(item.path, index + 1),
            sha256,
            sizeBytes,
          })),
          reason: say('pages_became_files', { count: after.length }),
        },
        options.now(),
      )
      await writePages(item.id)
      return split
    },
    writeOutstanding: () => writePages(null),
  }
}

const mostNumbers = 1_000

/** `a/statement.tif` as `a/statement-p1.jpg`. */
export function pagePath(path: string, number: number): string {
  const slash = path.lastIndexOf('/') + 1
  const dot = path.lastIndexOf('.')
  return `${dot > slash ? path.slice(0, dot) : path}-p${String(number)}.jpg`
}

/** The page is as old as what it was made of: its time says when the document was scanned. */
async function writeDraft(draft: string, bytes: Uint8Array, modifiedAtMs: number): Promise<void> {
  await rm(draft, { force: true })
  const file = await open(draft, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await utimes(draft, modifiedAtMs / 1_000, modifiedAtMs / 1_000)
}

/** Gives the draft its name; false where the name is taken. Never overwrites. */
async function nameDraft(draft: string, target: string): Promise<boolean> {
  try {
    await link(draft, target)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    if (!unlinkable.has(codeOf(error))) throw error
  }
  // Where a file cannot have two names, an empty file takes the name first: a rename alone would overwrite.
  try {
    await (await open(target, 'wx')).close()
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
  await rename(draft, target)
  return true
}

/** True for the page itself, which an earlier try wrote. */
async function holds(path: string, sha256: string): Promise<boolean> {
  try {
    await createKnownContent().readHead(path, sha256)
    return true
  } catch (error) {
    if (error instanceof IntrayError) return false
    throw error
  }
}

const unlinkable: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EINVAL',
])

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
