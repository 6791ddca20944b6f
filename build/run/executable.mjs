import { constants } from 'node:fs'
import { access, realpath } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

/**
 * @param {string} name a command's name
 * @returns {Promise<string | undefined>} its real path, if it is on PATH
 */
export async function findExecutable(name) {
  const [first] = await findExecutables(name)
  return first
}

/**
 * @param {string} name a command's name
 * @returns {Promise<string[]>} the real paths of all that stand on PATH, in its order
 */
export async function findExecutables(name) {
  const found = []
  for (const directory of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(directory, name)
    try {
      await access(path, constants.X_OK)
      found.push(await realpath(path))
    } catch {
      // Not in this directory.
    }
  }
  return found
}
