import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout's root. */
export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/** Resolves modules as the project's own code would. */
export const projectRequire = createRequire(join(projectRoot, 'package.json'))

/**
 * @param {string} name an installed package
 * @returns {string} its directory
 */
export function packageDirectory(name) {
  return join(projectRoot, 'node_modules', ...name.split('/'))
}

/**
 * @param {string} name an installed package
 * @returns {string} its exact version
 */
export function packageVersion(name) {
  /** @type {{ version: string }} */
  const manifest = projectRequire(join(packageDirectory(name), 'package.json'))
  return manifest.version
}
