import type { BigIntStats } from 'node:fs'
import { IntrayError } from '../../shared/error-codes.ts'
import type { FolderReader } from './folder-reader.ts'
import { isGone, keyOf, readRootKey, systemCode, systemFolderReader } from './folder-reader.ts'
import type { ListedFile, ListedOther } from './listed-entry.ts'
import { absolutePath } from './relative-path.ts'
import { say } from '../../shared/sentences/say.ts'
import type { Sentence } from '../../shared/sentences/told.ts'

/** What one look at one path found. */
export type EntryLook =
  | { readonly found: 'file'; readonly file: ListedFile }
  | { readonly found: 'directory'; readonly path: string }
  | { readonly found: 'other'; readonly other: ListedOther }
  | { readonly found: 'nothing'; readonly path: string }

function classify(path: string, stats: BigIntStats): EntryLook {
  const other = (kind: ListedOther['kind'], why: Sentence): EntryLook => ({
    found: 'other',
    other: { path, kind, why },
  })
  if (stats.isFile()) return { found: 'file', file: toListedFile(path, stats) }
  if (stats.isDirectory()) return { found: 'directory', path }
  if (stats.isSymbolicLink()) return other('symbolic_link', say('link_not_followed'))
  if (stats.isFIFO()) return other('fifo', say('pipe_no_file'))
  if (stats.isSocket()) return other('socket', say('socket_no_file'))
  return other('device', say('device_no_file'))
}

function toListedFile(path: string, stats: BigIntStats): ListedFile {
  return {
    path,
    sizeBytes: Number(stats.size),
    modifiedAtMs: Number(stats.mtimeMs),
    fileKey: keyOf(stats),
  }
}

export function unreadable(path: string, why: Sentence): ListedOther {
  return { path, kind: 'unreadable', why }
}

/** Looks at one path without following links. Never rejects: what cannot be read is an answer too. */
export async function lookAt(reader: FolderReader, root: string, path: string): Promise<EntryLook> {
  try {
    return classify(path, await reader.readEntry(absolutePath(root, path)))
  } catch (thrown) {
    if (isGone(thrown)) return { found: 'nothing', path }
    const why = say('look_refused', { code: systemCode(thrown) })
    return { found: 'other', other: unreadable(path, why) }
  }
}

/**
 * Looks at one file again. Answers null when it is gone or no longer a regular file.
 *
 * @throws IntrayError `folder_unreachable` when its folder cannot be reached, so that an absent share is not
 * taken for a deleted file; `file_unreadable` when the file is there and cannot be looked at
 */
export async function lookAtFile(
  root: string,
  path: string,
  reader: FolderReader = systemFolderReader,
): Promise<ListedFile | null> {
  const look = await lookAt(reader, root, path)
  if (look.found === 'file') return look.file
  if (look.found === 'other' && look.other.kind === 'unreadable')
    throw new IntrayError('file_unreadable', look.other.why)
  if (look.found === 'nothing') await readRootKey(reader, root)
  return null
}
