import { Dirent, Stats } from 'node:fs'
import type { BigIntStats } from 'node:fs'

export interface StatsFacts {
  readonly kind: 'file' | 'directory'
  readonly inode: bigint
  readonly device?: bigint
  readonly sizeBytes?: bigint
  readonly modifiedAtMs?: bigint
}

/** What a look at an entry answers, as far as listing reads it. */
export function bigintStats({
  kind,
  inode,
  device = 1n,
  sizeBytes = 0n,
  modifiedAtMs = 0n,
}: StatsFacts): BigIntStats {
  const facts = {
    dev: device,
    ino: inode,
    size: sizeBytes,
    mtimeMs: modifiedAtMs,
    nlink: 1n,
    isFile: () => kind === 'file',
    isDirectory: () => kind === 'directory',
    isSymbolicLink: () => false,
    isFIFO: () => false,
    isSocket: () => false,
  }
  // The facts above are all that is read; the class of Node cannot be made with them.
  return Object.assign(Object.create(Stats.prototype) as BigIntStats, facts)
}

/** An entry of a directory, as far as listing reads it. */
export function entryNamed(name: string, kind: 'file' | 'directory' = 'file'): Dirent {
  const facts = { name, isFile: () => kind === 'file', isDirectory: () => kind === 'directory' }
  // As above: the rest of the class is never read.
  return Object.assign(Object.create(Dirent.prototype) as Dirent, facts)
}
