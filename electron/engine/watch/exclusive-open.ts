import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { systemCode } from './folder-reader.ts'

/** Opens a file and closes it again, without changing it. */
export type OpenOnce = (path: string, flags: number) => Promise<void>

const openOnce: OpenOnce = async (path, flags) => {
  await (await open(path, flags)).close()
}

const denied: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EROFS'])

/**
 * True when a program holds the file open in a way that shuts others out, as one does that still writes.
 *
 * Windows alone can tell: a program that writes opens a file without sharing it for writing, as .NET and the
 * Explorer do, and opening it for writing then fails with `EBUSY`. A file that Intray may only read is opened
 * for reading. Elsewhere the answer is always false. The locks of `flock` and `fcntl` are no help there: they
 * bind only programs that ask for them, which scanners, `cp` and `rsync` do not, and taking one could stop the
 * very program that writes. There a file counts as finished by its quiet and by its end.
 */
export async function isHeldOpen(
  path: string,
  platform: NodeJS.Platform = process.platform,
  tryToOpen: OpenOnce = openOnce,
): Promise<boolean> {
  if (platform !== 'win32') return false
  const forWriting = await codeOf(() => tryToOpen(path, constants.O_RDWR))
  if (forWriting === null || !denied.has(forWriting)) return forWriting === 'EBUSY'
  return (await codeOf(() => tryToOpen(path, constants.O_RDONLY))) === 'EBUSY'
}

async function codeOf(work: () => Promise<void>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (thrown) {
    return systemCode(thrown)
  }
}
