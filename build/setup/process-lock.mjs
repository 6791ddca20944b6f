import { mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { SetUpError } from './set-up-error.mjs'

const POLL_MS = 250
const WAIT_LIMIT_MS = 15 * 60_000
/** A lock whose holder cannot be asked (another machine, a half-written file) is judged by its age alone. */
const UNKNOWN_HOLDER_LIMIT_MS = 20 * 60_000

/**
 * Runs `work` while no other process holds the lock file. The lock of a process that died is taken over. It
 * spares double work; what it guards must still be made aside and renamed into place.
 *
 * @template T
 * @param {string} lockFile
 * @param {(line: string) => void} log told once when there is a wait
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 * @throws {SetUpError} `set_up_busy` when another process holds the lock for 15 minutes
 */
export async function withProcessLock(lockFile, log, work) {
  await mkdir(dirname(lockFile), { recursive: true })
  const deadline = Date.now() + WAIT_LIMIT_MS
  let told = false
  while (!(await tryLock(lockFile))) {
    if (await isAbandoned(lockFile)) {
      await rm(lockFile, { force: true })
      continue
    }
    if (Date.now() > deadline) {
      const message = `Another process has held ${lockFile} for too long.`
      throw new SetUpError('set_up_busy', message, 'End that process, or remove the file.')
    }
    if (!told) log('waiting for another set-up that is under way')
    told = true
    await delay(POLL_MS)
  }
  try {
    return await work()
  } finally {
    await rm(lockFile, { force: true })
  }
}

/** @param {string} lockFile */
async function tryLock(lockFile) {
  try {
    const handle = await open(lockFile, 'wx')
    await handle.writeFile(`${process.pid} ${hostname()}`)
    await handle.close()
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

/** @param {string} lockFile */
async function isAbandoned(lockFile) {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(lockFile, 'utf8'), stat(lockFile)])
    const holder = /^(?<pid>[1-9]\d*) (?<host>.+)$/.exec(text)?.groups
    if (holder?.['host'] === hostname()) return !isRunning(Number(holder['pid']))
    return Date.now() - mtimeMs > UNKNOWN_HOLDER_LIMIT_MS
  } catch (error) {
    // Released since we looked: the next try decides.
    if (hasCode(error, 'ENOENT')) return false
    throw error
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code
}
