import { basename, isAbsolute, relative, resolve, sep } from 'node:path'
import type { FolderSettings } from '../../../shared/settings/folder.ts'

/** A name that a person asks about. The file need not exist. */
export interface AskedName {
  /** As it was given. */
  readonly given: string
  /** The watched folder where it lies; undefined where that is not known, so that every rule applies. */
  readonly folderId: string | undefined
  /** Relative to that folder, or else as much of the path as was given. */
  readonly path: string
}

/** Finds the watched folder of a path, and how the rules see the path. `folderId` says it for paths inside. */
export function askedName(
  given: string,
  folders: readonly FolderSettings[],
  folderId: string | undefined,
): AskedName {
  const chosen = folders.find(({ id }) => id === folderId)
  const candidates = folderId === undefined ? folders : chosen === undefined ? [] : [chosen]
  for (const folder of candidates) {
    const path = pathInside(folder.path, given)
    if (path !== null) return { given, folderId: folder.id, path }
  }
  return { given, folderId, path: plainPath(given) || basename(given) }
}

function pathInside(folder: string, given: string): string | null {
  const path = relative(resolve(folder), resolve(given))
  if (path === '' || path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)) return null
  return path.split(sep).join('/')
}

/** Patterns fit the last segments of a path, so what stands before them does no harm. */
function plainPath(given: string): string {
  const path = sep === '\\' ? given.replaceAll('\\', '/') : given
  return path
    .split('/')
    .filter((segment) => !['', '.', '..'].includes(segment))
    .join('/')
}
