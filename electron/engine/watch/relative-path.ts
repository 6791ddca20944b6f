import { join } from 'node:path'

/**
 * Paths inside a watched folder are relative, with `/` between segments; '' is the folder itself.
 * A backslash in a POSIX name is part of the name and stays as it is.
 */
export function childPath(directory: string, name: string): string {
  return directory === '' ? name : `${directory}/${name}`
}

export function parentPath(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

export function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

export function isSameOrBelow(directory: string, path: string): boolean {
  return directory === '' || path === directory || path.startsWith(`${directory}/`)
}

/** The system's path of something inside a watched folder. */
export function absolutePath(root: string, path: string): string {
  return path === '' ? root : join(root, ...path.split('/'))
}
