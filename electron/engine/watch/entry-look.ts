import type { BigIntStats } from 'node:fs'
import { IntrayError } from '../../shared/error-codes.ts'
import type { FolderReader } from './folder-reader.ts'
import { isGone, keyOf, readRootKey, systemCode, systemFolderReader } from './folder-reader.ts'
import type { ListedFile, ListedOther } from './listed-entry.ts'
import { absolutePath } from './relative-path.ts'

/** What one look at one path found. */
export type EntryLook =
  | { readonly found: 'file'; readonly file: ListedFile }
  | { readonly found: 'directory'; readonly path: string }
  | { readonly found: 'other'; readonly other: ListedOther }
  | { readonly found: 'nothing'; readonly path: string }

const linkWords = 'A link to another place. Intray does not follow links.'
const fifoWords = 'A pipe between programs, not a file.'
const socketWords = 'A socket between programs, not a file.'
const deviceWords = 'A device, not a file.'

function classify(path: string, stats: BigIntStats): EntryLook {
  const other = (kind: ListedOther['kind'], words: string): EntryLook => ({
    found: 'other',
    other: { path, kind, words },
  })
  if (stats.isFile()) return { found: 'file', file: toListedFile(path, stats) }
  if (stats.isDirectory()) return { found: 'directory', path }
  if (stats.isSymbolicLink()) return other('symbolic_link', linkWords)
  if (stats.isFIFO()) return other('fifo', fifoWords)
  if (stats.isSocket()) return other('socket', socketWords)
  return other('device', deviceWords)
}

function toListedFile(path: string, stats: BigIntStats): ListedFile {
  return {
    path,
    sizeBytes: Number(stats.size),
    modifiedAtMs: Number(stats.mtimeMs),
    fileKey: keyOf(stats),
  }
}

export function unreadable(path: string, words: string): ListedOther {
  return { path, kind: 'unreadable', words }
}

/** Looks at one path without following links. Never rejects: what cannot be read is an answer too. */
export async function lookAt(reader: FolderReader, root: string, path: string): Promise<EntryLook> {
  try {
    return classify(path, await reader.readEntry(absolutePath(root, path)))
  } catch (thrown) {
    if (isGone(thrown)) return { found: 'nothing', path }
    const words = `The system does not let Intray look at it (${systemCode(thrown)}).`
    return { found: 'other', other: unreadable(path, words) }
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
    throw new IntrayError('file_unreadable', look.other.words)
  if (look.found === 'nothing') await readRootKey(reader, root)
  return null
}
