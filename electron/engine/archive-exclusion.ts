import { relative, sep } from 'node:path'
import type { FolderSettings } from '../shared/settings/folder.ts'
import { archiveOf, isInOwnArchive } from './archive/archive-path.ts'
import { resolveFolder } from './watch/folder-overlap.ts'
import { isSameOrBelow } from './watch/relative-path.ts'

type ArchivingFolder = Pick<FolderSettings, 'id' | 'path' | 'afterUpload' | 'archivePath'>

/**
 * Which paths of a watched folder intake never reads, since uploaded files are moved there: the folder's own
 * archive, day by day, and the archive of any folder that lies in this one. Paths are relative to the folder. What
 * else lies in a sub-folder named `uploaded` is taken as ever.
 */
export async function archiveExclusion(
  folder: ArchivingFolder,
  folders: readonly ArchivingFolder[],
  platform: NodeJS.Platform = process.platform,
): Promise<(path: string) => boolean> {
  const root = await realPathOf(folder.path)
  const inside: string[] = []
  for (const other of folders) {
    if (other.afterUpload !== 'archive' || other.archivePath === '') continue
    const way = relative(root, await realPathOf(archiveOf(other)))
    const segments = way.split(sep)
    if (way !== '' && segments[0] !== '..' && !way.startsWith(sep))
      inside.push(comparable(segments.join('/'), platform))
  }
  const hasOwn = folder.afterUpload === 'archive'
  return (path) => {
    const compared = comparable(path, platform)
    return (hasOwn && isInOwnArchive(compared)) || inside.some((archive) => isSameOrBelow(archive, compared))
  }
}

/** Windows and macOS take names in capital and in small letters for the same. */
function comparable(path: string, platform: NodeJS.Platform): string {
  return platform === 'win32' || platform === 'darwin' ? path.normalize('NFC').toLowerCase() : path
}

/** A folder that cannot be resolved now, such as a share that is away, is taken as it is written. */
async function realPathOf(path: string): Promise<string> {
  try {
    return await resolveFolder(path)
  } catch {
    return path
  }
}
