import type { FolderSettings } from '../shared/settings/folder.ts'
import type { Ledger } from './ledger/ledger.ts'

/**
 * Whether a folder's own archive holds uploaded files: it does where its settings say so, and where they once did.
 * Else all that was archived would be taken in anew after a change of the settings.
 */
export async function keepsArchive(
  ledger: Pick<Ledger, 'readFact' | 'writeFact'>,
  { id, afterUpload, archivePath }: FolderSettings,
): Promise<boolean> {
  const fact = `archive_inside:${id}`
  if ((await ledger.readFact(fact)) !== null) return true
  if (afterUpload !== 'archive' || archivePath !== '') return false
  await ledger.writeFact(fact, 'yes')
  return true
}
