import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import { stemOf } from '../extension.ts'
import { fileKey, splitPath } from './file-key.ts'

/** Which scan a row names. */
export type RowFile =
  | { readonly kind: 'file'; readonly key: string; readonly isStem: boolean }
  | { readonly kind: 'problem'; readonly why: Sentence }

const drive = /^[a-z]:/i
/** `C:\scans\a.jpg`, `\\server\scans\a.jpg`, `/srv/scans/a.jpg` and `file:///C:/scans/a.jpg`. */
const absolutePath = /^(?:[a-z]:|\/|file:\/)/i

/**
 * The key of the scan that a row names. A relative path counts from the index file's own folder. An absolute one is
 * that of another computer: only its last name counts, beside the index. A name without an extension that is in use
 * anywhere is a stem, and is compared with `stemKey`.
 */
export function resolveRowFile(text: string, indexPath: string): RowFile {
  const written = text.trim().replaceAll('\\', '/')
  if (written === '') return problem(say('no_file_named'))
  const isAbsolute = absolutePath.test(written)
  const segments = isAbsolute ? [splitPath(written.replace(drive, '')).name] : written.split('/')
  const last = segments.at(-1) ?? ''
  if (['', '.', '..'].includes(last)) return problem(say('folder_not_file', { file: text }))
  const path = follow(splitPath(indexPath).folder.split('/').slice(0, -1), segments)
  if (path === null) return problem(say('out_of_folder', { file: text }))
  return { kind: 'file', key: fileKey(path), isStem: stemOf(last) === last }
}

function problem(why: Sentence): RowFile {
  return { kind: 'problem', why }
}

function follow(from: readonly string[], segments: readonly string[]): string | null {
  const path = [...from]
  for (const segment of segments) {
    if (segment === '..') {
      if (path.pop() === undefined) return null
    } else if (segment !== '.' && segment !== '') path.push(segment)
  }
  return path.join('/')
}
