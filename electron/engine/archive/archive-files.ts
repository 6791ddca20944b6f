import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, link, lstat, mkdir, open, realpath, rename, rm } from 'node:fs/promises'

/** What lies at a path, without following a link. */
export interface FileLook {
  readonly kind: 'file' | 'folder' | 'other'
  /** `device:inode`: another file under the same name has another key. */
  readonly key: string
  readonly sizeBytes: number
  /** Nanoseconds since the epoch. */
  readonly modifiedAtNs: bigint
}

export interface Content {
  readonly sizeBytes: number
  /** Lower-case hex. */
  readonly sha256: string
}

/**
 * The few steps on the disk that a move is made of. Each rejects with the system's error. Tests give some that
 * fail, or that stop in the middle.
 */
export interface ArchiveFiles {
  /** Null where there is nothing. */
  look(path: string): Promise<FileLook | null>
  realPath(path: string): Promise<string>
  /** One folder; that it is there already is no error. */
  makeFolder(path: string): Promise<void>
  /** Reads every byte anew. Follows no link. */
  read(path: string): Promise<Content>
  /** A second name for a file. `EEXIST` where the name is taken. */
  link(from: string, to: string): Promise<void>
  /** A durable copy under a name that is free. */
  copy(from: string, to: string): Promise<void>
  /** Takes a name that is free, by an empty file. */
  reserve(path: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  /** Makes the names of a folder durable, where the system can. */
  syncFolder(path: string): Promise<void>
}

/** Windows lacks both. */
const posixFlags: Partial<typeof constants> = constants
const readFlags = constants.O_RDONLY | (posixFlags.O_NOFOLLOW ?? 0) | (posixFlags.O_NONBLOCK ?? 0)

export const systemArchiveFiles: ArchiveFiles = {
  async look(path) {
    try {
      const facts = await lstat(path, { bigint: true })
      return {
        kind: facts.isFile() ? 'file' : facts.isDirectory() ? 'folder' : 'other',
        key: `${String(facts.dev)}:${String(facts.ino)}`,
        sizeBytes: Number(facts.size),
        modifiedAtNs: facts.mtimeNs,
      }
    } catch (error) {
      if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return null
      throw error
    }
  },
  realPath: (path) => realpath(path),
  async makeFolder(path) {
    try {
      await mkdir(path)
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw error
    }
  },
  async read(path) {
    const file = await open(path, readFlags)
    try {
      const sum = createHash('sha256')
      let sizeBytes = 0
      for await (const chunk of file.createReadStream({ autoClose: false })) {
        // Without an encoding a stream of a file gives bytes.
        const bytes = chunk as Buffer
        sum.update(bytes)
        sizeBytes += bytes.length
      }
      return { sizeBytes, sha256: sum.digest('hex') }
    } finally {
      await file.close()
    }
  },
  link: (from, to) => link(from, to),
  async copy(from, to) {
    await copyFile(from, to, constants.COPYFILE_EXCL)
    const file = await open(to, 'r+')
    try {
      await file.sync()
    } finally {
      await file.close()
    }
  },
  async reserve(path) {
    const file = await open(path, 'wx')
    await file.close()
  },
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path),
  async syncFolder(path) {
    // Windows opens no folder for this; some shares open it and cannot.
    try {
      const folder = await open(path, 'r')
      try {
        await folder.sync()
      } finally {
        await folder.close()
      }
    } catch (error) {
      if (!unsyncable.has(systemCode(error))) throw error
    }
  },
}

const unsyncable: ReadonlySet<string> = new Set(['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'EBADF'])

/** The operating system's code of a thrown value, such as `ENOSPC`; empty where it has none. */
export function systemCode(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : ''
}
