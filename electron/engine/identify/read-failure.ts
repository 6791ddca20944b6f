import { say } from '../../shared/sentences/say.ts'
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
    throw new IntrayError('file_unreadable', say('file_is_link'))
  }
  throw new IntrayError('file_unreadable', say(entry.isDirectory() ? 'file_is_folder' : 'file_is_device'))
}

/** The file has another size or time than when reading it began. */
export function changedWhileRead(): IntrayError {
  return new IntrayError('content_changed', say('file_changed_while_read'))
}

/** A system's error as one with a code for people. Its own message names the path, so only its code goes on. */
export function toReadFailure(thrown: unknown): unknown {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined
  if (thrown instanceof IntrayError || typeof code !== 'string') return thrown
  if (code === 'ENOENT' || code === 'ENOTDIR') return new IntrayError('file_missing')
  return new IntrayError('file_unreadable', say('system_refused', { code }))
}
