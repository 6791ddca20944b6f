import { realpath } from 'node:fs/promises'
import { basename, dirname, join, posix, resolve, win32 } from 'node:path'
import { isGone } from './folder-reader.ts'

export interface FolderPlace {
  /** With symbolic links resolved, see `resolveFolder`. */
  readonly realPath: string
  readonly recursive: boolean
}

/** Windows and macOS take `Scans` and `scans` for one folder, macOS also both Unicode forms of an umlaut. */
function comparable(path: string, platform: NodeJS.Platform): string {
  return platform === 'win32' || platform === 'darwin' ? path.normalize('NFC').toLowerCase() : path
}

/** True when a file could lie in both folders. A folder inside one that is not recursive does not overlap it. */
export function foldersOverlap(
  one: FolderPlace,
  other: FolderPlace,
  platform: NodeJS.Platform = process.platform,
): boolean {
  const paths = platform === 'win32' ? win32 : posix
  const wayTo = (outer: FolderPlace, inner: FolderPlace) =>
    paths.relative(comparable(outer.realPath, platform), comparable(inner.realPath, platform))
  const isInside = (way: string) =>
    way !== '..' && !way.startsWith(`..${paths.sep}`) && !paths.isAbsolute(way)
  const wayDown = wayTo(one, other)
  if (wayDown === '') return true
  return (one.recursive && isInside(wayDown)) || (other.recursive && isInside(wayTo(other, one)))
}

/**
 * The real path of a folder. Of a folder that does not exist yet, the existing part is resolved.
 *
 * @throws the file system's error where the path exists and cannot be resolved
 */
export async function resolveFolder(path: string): Promise<string> {
  const absolute = resolve(path)
  try {
    return await realpath(absolute)
  } catch (thrown) {
    const parent = dirname(absolute)
    if (!isGone(thrown) || parent === absolute) throw thrown
    return join(await resolveFolder(parent), basename(absolute))
  }
}
