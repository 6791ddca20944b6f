import { join } from 'node:path'
import { z } from 'zod'
import type { Item } from '../shared/records.ts'
import type { FolderSettings } from '../shared/settings/folder.ts'
import type { ArchiveFiles, Content } from './archive/archive-files.ts'
import { archiveOf, archivePlace } from './archive/archive-path.ts'
import { ArchiveRefusal } from './archive/archive-refusal.ts'
import { moveVerified } from './archive/verified-move.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Trash } from './trash-requests.ts'
import { foldersOverlap, resolveFolder } from './watch/folder-overlap.ts'
import { say } from '../shared/sentences/say.ts'
import type { Sentence } from '../shared/sentences/told.ts'

export interface CarrierOptions {
  /** Every watched folder: an archive may lie in none of them. */
  readonly folders: readonly FolderSettings[]
  readonly ledger: Pick<Ledger, 'recordArchived' | 'getItem' | 'readFact' | 'writeFact'>
  /** Null where there is none. */
  readonly trash: Trash | null
  readonly files: ArchiveFiles
  /** Ends the wait for the shell's answer. What it does then is found out at the next start. */
  readonly signal: AbortSignal
  now(): number
}

/** `left`: nothing lies at its path, or something new. It was not touched. */
export type CarryEnd = 'recorded' | 'left'

export interface ArchiveCarrier {
  /**
   * Finishes what a crash or a failure left half done in a folder, whatever the folder says now, and tells the
   * item. Rejects as `carry` does.
   */
  finishInterrupted(folder: FolderSettings): Promise<number | null>
  /** Forgets it: what holds it up concerns this file alone. */
  forgetInterrupted(folder: FolderSettings): Promise<void>
  /**
   * Does with an uploaded item what its folder says. The ledger holds the target before the file is touched, and
   * where the file went once that was verified.
   * @throws ArchiveRefusal, the system's error or the ledger's
   */
  carry(folder: FolderSettings, item: Item): Promise<CarryEnd>
}

const trashTarget = 'trash'

/** What is about to be done with one item. One at a time in each folder. */
const intentSchema = z.object({ itemId: z.int(), target: z.string() })

export function createArchiveCarrier(options: CarrierOptions): ArchiveCarrier {
  const { ledger, files, trash, now } = options
  /** Files that the shell was asked for; it may have put one into the trash after nobody waited any more. */
  const askedFor = new Set<number>()

  const stopped = new Promise<Sentence>((resolve) => {
    options.signal.addEventListener('abort', () => resolve(say('intray_is_closing')), { once: true })
  })

  const factOf = ({ id }: FolderSettings): string => `archiving:${id}`

  const keep = (folder: FolderSettings, itemId: number, target: string): Promise<void> =>
    ledger.writeFact(factOf(folder), JSON.stringify({ itemId, target }))

  async function readIntent(folder: FolderSettings): Promise<z.infer<typeof intentSchema> | null> {
    const text = await ledger.readFact(factOf(folder))
    return text === null ? null : intentSchema.parse(JSON.parse(text))
  }

  async function archive(folder: FolderSettings, item: Item, content: Content): Promise<string | null> {
    const intent = await readIntent(folder)
    const resumed = intent?.itemId === item.id && intent.target !== trashTarget ? intent.target : null
    const end = await moveVerified(files, {
      itemId: item.id,
      folder: folder.path,
      path: item.path,
      root: await checkedRoot(folder),
      archivePath: archivePlace(folder, item.path, item.uploadedAtMs ?? item.changedAtMs).path,
      content,
      resumed,
      keepTarget: (target) => keep(folder, item.id, target),
    })
    return end.kind === 'moved' ? end.target : null
  }

  /** The file is looked at right before the shell is asked: what came under its name since must stay. */
  async function putInTrash(folder: FolderSettings, item: Item, content: Content): Promise<string | null> {
    const path = pathOf(folder, item)
    const look = await files.look(path)
    if (look === null) return askedFor.has(item.id) && (await isThere(folder.path)) ? trashTarget : null
    const present =
      look.kind === 'file' && look.sizeBytes === content.sizeBytes ? await files.read(path) : null
    if (trash === null || present?.sha256 !== content.sha256) return null
    await keep(folder, item.id, trashTarget)
    askedFor.add(item.id)
    const failure = await Promise.race([trash.put(item.id, path), stopped])
    if (failure !== null) throw new ArchiveRefusal('item', say('trash_refused', { reason: failure }))
    if ((await files.look(path))?.key === look.key) {
      throw new ArchiveRefusal('item', say('trash_left_it'))
    }
    askedFor.delete(item.id)
    return trashTarget
  }

  const isThere = async (path: string): Promise<boolean> => (await files.look(path)) !== null

  /** A folder that is away proves nothing. */
  async function isGoneFrom(folder: FolderSettings, item: Item): Promise<boolean> {
    return !(await isThere(pathOf(folder, item))) && (await isThere(folder.path))
  }

  /** The archive of a folder: there, and in no watched folder, which would take in again what is moved there. */
  async function checkedRoot(folder: FolderSettings): Promise<string> {
    const { root, rootIsOwn } = archivePlace(folder, '', 0)
    if (!(await isThere(root))) {
      throw new ArchiveRefusal('folder', say(rootIsOwn ? 'folder_away' : 'archive_away'))
    }
    const realRoot = await files.realPath(root)
    if (rootIsOwn) return realRoot
    const place = { realPath: archiveOf({ ...folder, archivePath: realRoot }), recursive: true }
    for (const { id, path, recursive } of options.folders) {
      if (foldersOverlap({ realPath: await resolveFolder(path), recursive }, place)) {
        throw new ArchiveRefusal('folder', say('archive_in_folder', { name: id }))
      }
    }
    return realRoot
  }

  async function record(item: Item, target: string | null): Promise<CarryEnd> {
    if (target === null) return 'left'
    await ledger.recordArchived(item.id, target, now())
    return 'recorded'
  }

  return {
    async finishInterrupted(folder) {
      const intent = await readIntent(folder)
      if (intent === null) return null
      const { itemId, target } = intent
      const item = await ledger.getItem(itemId)
      const content = contentOf(item)
      if (item.archivedTo === null && item.state === 'uploaded' && content !== null) {
        if (target !== trashTarget) await record(item, await archive(folder, item, content))
        else if (await isGoneFrom(folder, item)) await record(item, trashTarget)
      }
      await ledger.writeFact(factOf(folder), null)
      return itemId
    },
    forgetInterrupted: (folder) => ledger.writeFact(factOf(folder), null),
    async carry(folder, item) {
      const content = contentOf(item)
      if (content === null) return 'left'
      return record(
        item,
        folder.afterUpload === 'trash'
          ? await putInTrash(folder, item, content)
          : await archive(folder, item, content),
      )
    },
  }
}

function pathOf(folder: FolderSettings, item: Item): string {
  return join(folder.path, ...item.path.split('/'))
}

function contentOf({ sha256, sizeBytes }: Item): Content | null {
  return sha256 === null ? null : { sha256, sizeBytes }
}
