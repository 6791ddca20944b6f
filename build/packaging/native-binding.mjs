import { copyFile, glob, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Leaves the one native file that the package's system needs, and where a binding was built for a stand-in
 * Electron puts that in its place.
 *
 * @param {string} resourcesDir the package's resources directory
 * @param {string} target such as `linux-x64`
 * @param {string | undefined} replacement path of the file to put in its place
 */
export async function placeNativeBinding(resourcesDir, target, replacement) {
  const unpacked = join(resourcesDir, 'app.asar.unpacked')
  const wanted = join('node_modules', 'better-sqlite3', 'prebuilds', `${target}.node`)
  const nativeFiles = await Array.fromAsync(glob('**/*.node', { cwd: unpacked }))
  if (!nativeFiles.includes(wanted)) throw new Error(`The package lacks ${wanted}`)

  for (const file of nativeFiles) {
    if (file !== wanted) await rm(join(unpacked, file))
  }
  if (replacement !== undefined) await copyFile(replacement, join(unpacked, wanted))
}
