import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { withProcessLock } from './process-lock.mjs'

const MARKER = '.complete'
const LEFTOVER_AGE_MS = 60 * 60_000

/**
 * @typedef {object} CacheEntry
 * @property {string} directory where the finished entry stands
 * @property {string} fingerprint what it was made of (versions, hashes); another fingerprint makes it anew
 * @property {string[]} files relative paths without which the entry counts as damaged
 * @property {(directory: string) => Promise<void>} make fills a new, empty directory
 * @property {(line: string) => void} log
 */

/**
 * Returns a finished cache entry, made now if it is not there. An entry is made in a directory of its own,
 * marked, and renamed into place: one that was interrupted is never used.
 *
 * @param {CacheEntry} entry
 * @returns {Promise<string>} the entry's directory
 */
export async function ensureCacheEntry(entry) {
  if (await isComplete(entry)) return entry.directory
  return withProcessLock(`${entry.directory}.lock`, entry.log, async () => {
    if (!(await isComplete(entry))) await makeEntry(entry)
    return entry.directory
  })
}

/** @param {CacheEntry} entry */
async function isComplete({ directory, fingerprint, files }) {
  try {
    if ((await readFile(join(directory, MARKER), 'utf8')) !== fingerprint) return false
  } catch {
    return false
  }
  return files.every((file) => existsSync(join(directory, file)))
}

/** @param {CacheEntry} entry */
async function makeEntry({ directory, fingerprint, make }) {
  await removeLeftovers(directory)
  const partial = `${directory}.partial-${randomBytes(4).toString('hex')}`
  await mkdir(partial, { recursive: true })
  try {
    await make(partial)
    await writeFile(join(partial, MARKER), fingerprint)
    await rm(directory, { recursive: true, force: true })
    await rename(partial, directory)
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    throw error
  }
}

/**
 * Removes what earlier runs left behind when they were killed.
 * @param {string} directory
 */
async function removeLeftovers(directory) {
  const parent = dirname(directory)
  for (const name of await readdir(parent)) {
    const path = join(parent, name)
    if (!path.startsWith(`${directory}.partial-`)) continue
    if (Date.now() - (await stat(path)).mtimeMs > LEFTOVER_AGE_MS)
      await rm(path, { recursive: true, force: true })
  }
}
