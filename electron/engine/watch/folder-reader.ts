import type { BigIntStats, Dirent } from 'node:fs'
import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { IntrayError } from '../../shared/error-codes.ts'

/** The few file system calls that listing needs. Tests give one that fails on purpose. */
export interface FolderReader {
  /** All names of a directory at once: a handle kept open while files move can skip names. */
  readDirectory(path: string): Promise<Dirent[]>
  /** The names as the bytes that the file system holds. */
  readRawNames(path: string): Promise<Buffer[]>
  /** Does not follow a symbolic link. */
  readEntry(path: string): Promise<BigIntStats>
  /** Follows a symbolic link: a watched folder may be one. */
  readFolder(path: string): Promise<BigIntStats>
  /** The path without symbolic links. */
  readRealPath(path: string): Promise<string>
}

export const systemFolderReader: FolderReader = {
  readDirectory: (path) => readdir(path, { withFileTypes: true }),
  readRawNames: (path) => readdir(path, { encoding: 'buffer' }),
  readEntry: (path) => lstat(path, { bigint: true }),
  readFolder: (path) => stat(path, { bigint: true }),
  readRealPath: (path) => realpath(path),
}

/** The operating system's code of a thrown value, such as `EACCES`. */
export function systemCode(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string'
    ? thrown.code
    : 'UNKNOWN'
}

/** True when the entry is not there, as opposed to there and not readable. */
export function isGone(thrown: unknown): boolean {
  const code = systemCode(thrown)
  return code === 'ENOENT' || code === 'ENOTDIR'
}

/** `device:inode`, exact also beyond 2^53. */
export function keyOf(stats: BigIntStats): string {
  return `${stats.dev}:${stats.ino}`
}

/**
 * Proves that a watched folder is there, and answers its key. Another key than before means that the folder
 * was made anew, or that another disk is mounted on its path.
 *
 * @throws IntrayError `folder_unreachable` with the operating system's code
 */
export async function readRootKey(reader: FolderReader, root: string): Promise<string> {
  const stats = await reader.readFolder(root).catch((thrown: unknown) => {
    throw new IntrayError('folder_unreachable', systemCode(thrown), { cause: thrown })
  })
  if (!stats.isDirectory()) throw new IntrayError('folder_unreachable', 'ENOTDIR')
  return keyOf(stats)
}
