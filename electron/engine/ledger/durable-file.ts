import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'

/** Renames a file so that a power cut leaves the old name or the new one, with all of its content. */
export function renameDurably(from: string, to: string): void {
  syncPath(from, 'r+')
  renameSync(from, to)
  syncFolder(dirname(to))
}

/** Makes what was renamed or made in a folder outlive a power cut. Windows neither needs nor allows it. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') syncPath(folder, 'r')
}

function syncPath(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
