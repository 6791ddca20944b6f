import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../project.mjs'

/** Everything that the built files depend on. */
const SOURCES = [
  'electron/**/*.*',
  'renderer/**/*.*',
  'build/vite/*.ts',
  'electron.vite.config.ts',
  'package-lock.json',
  'package.json',
  'tsconfig*.json',
]

/** @returns {Promise<string>} a hash over the names and the contents of the application's sources */
export async function fingerprintSources() {
  const paths = await Array.fromAsync(fs.glob(SOURCES, { cwd: projectRoot }))
  const hash = createHash('sha256')
  for (const path of paths.sort()) {
    hash
      .update(`${path}\0`)
      .update(await fs.readFile(join(projectRoot, path)))
      .update('\0')
  }
  return hash.digest('hex')
}
