import { join } from 'node:path'
import { IntrayError } from '../shared/error-codes.ts'
import type { Item } from '../shared/records.ts'
import type { FolderSettings } from '../shared/settings/folder.ts'
import type { Ledger } from './ledger/ledger.ts'
import { say } from '../shared/sentences/say.ts'

/** Where a folder is, or was while it was watched; null for one that the ledger does not know. */
export type FolderPath = (folderId: string) => Promise<string | null>

/** What the settings say of a folder that is watched now goes before what the ledger remembers. */
export function folderPaths(
  ledger: Pick<Ledger, 'folderPath'>,
  folders: readonly Pick<FolderSettings, 'id' | 'path'>[],
): FolderPath {
  return async (folderId) =>
    folders.find(({ id }) => id === folderId)?.path ?? (await ledger.folderPath(folderId))
}

/** Where an item's file is, also once it was moved away. Throws `file_missing` where nobody knows. */
export function itemLocation(
  folderPath: FolderPath,
): (item: Pick<Item, 'folderId' | 'path' | 'archivedTo'>) => Promise<string> {
  return async ({ folderId, path, archivedTo }) => {
    if (archivedTo === 'trash') throw new IntrayError('file_missing', say('in_trash'))
    if (archivedTo !== null) return archivedTo
    const folder = await folderPath(folderId)
    if (folder === null) throw new IntrayError('file_missing', say('its_folder_unknown'))
    return join(folder, ...path.split('/'))
  }
}
