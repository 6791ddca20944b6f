import { foldCase } from '../../../shared/media-types.ts'
import { stemOf } from '../extension.ts'

/** The form in which a scan's path and a row's file are compared: NFC, without regard to case, `/` between names. */
export function fileKey(relativePath: string): string {
  return foldCase(relativePath.replaceAll('\\', '/').normalize('NFC'))
}

/** The same without the extension, for rows that name a scan without it. */
export function stemKey(relativePath: string): string {
  const { folder, name } = splitPath(fileKey(relativePath))
  return folder + stemOf(name)
}

/** `a/b/c.jpg` -> `a/b/` and `c.jpg`. */
export function splitPath(path: string): { readonly folder: string; readonly name: string } {
  const end = path.lastIndexOf('/') + 1
  return { folder: path.slice(0, end), name: path.slice(end) }
}
