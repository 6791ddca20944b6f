import { IntrayError } from '../../shared/error-codes.ts'

/** What the file system says a path leads to. */
export interface EntryKind {
  isFile(): boolean
  isSymbolicLink(): boolean
  isDirectory(): boolean
}

/**
 * Refuses whatever is no file of its own: opening a pipe or a device may block for ever, and a link may lead out
 * of the watched folder.
 *
 * @throws IntrayError `file_unreadable`
 */
export function refuseSpecial(entry: EntryKind): void {
  if (entry.isFile()) return
  if (entry.isSymbolicLink()) {
    throw new IntrayError(
      'file_unreadable',
      'It is a link to another place. Intray takes only files themselves.',
    )
  }
  throw new IntrayError(
    'file_unreadable',
    entry.isDirectory() ? 'It is a folder.' : 'It is a pipe or a device.',
  )
}

/** The file has another size or time than when reading it began. */
export function changedWhileRead(): IntrayError {
  return new IntrayError('content_changed', 'The file changed while it was read.')
}

const systemWords: Readonly<Record<string, string>> = {
  EACCES: 'Permission denied',
  EPERM: 'Permission denied',
  EBUSY: 'Another program has it in use',
  EIO: 'The disk or the network reported an error',
  ELOOP: 'It is a link to another place',
  EMFILE: 'Too many files are open',
  ENFILE: 'Too many files are open',
}

/** A system's error as one with a code for people. Its own message names the path, so only its code goes on. */
export function toReadFailure(thrown: unknown): unknown {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined
  if (thrown instanceof IntrayError || typeof code !== 'string') return thrown
  if (code === 'ENOENT' || code === 'ENOTDIR') return new IntrayError('file_missing')
  return new IntrayError('file_unreadable', `${systemWords[code] ?? 'The system refused'} (${code}).`)
}
