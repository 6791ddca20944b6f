import { captureCommand } from '../run/command.mjs'
import { needsVirtualDisplay } from '../run/display.mjs'
import { findExecutable } from '../run/executable.mjs'
import { SetUpError } from './set-up-error.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

/** @typedef {import('./system-packages.mjs').SystemNeed} SystemNeed */

/**
 * Which package brings a library that Electron links. GTK's package brings the X11, accessibility, printing and
 * drawing libraries along, so it stands for every name not listed.
 * @type {Record<string, SystemNeed>}
 */
const LIBRARY_PACKAGES = {
  'libnss3.so': 'nss',
  'libnssutil3.so': 'nss',
  'libsmime3.so': 'nss',
  'libnspr4.so': 'nss',
  'libasound.so.2': 'alsa',
  'libgbm.so.1': 'gbm',
}

/**
 * Makes sure that Electron's shared libraries are there, and a virtual display where there is no screen.
 *
 * @param {string} electronPath
 * @param {(line: string) => void} log
 * @throws {SetUpError} `system_packages_missing`, `system_libraries_missing`
 */
export async function ensureSystemLibraries(electronPath, log) {
  if (process.platform !== 'linux') return
  const needs = new Set(
    (await findMissingLibraries(electronPath)).map((name) => LIBRARY_PACKAGES[name] ?? 'gtk'),
  )
  if (needsVirtualDisplay() && !(await findExecutable('Xvfb'))) needs.add('xvfb')
  if (needs.size === 0) return

  await ensureSystemPackages([...needs], 'Electron', log)
  const missing = await findMissingLibraries(electronPath)
  if (missing.length > 0) {
    throw new SetUpError(
      'system_libraries_missing',
      `Electron still lacks these shared libraries: ${missing.join(', ')}.`,
      'Install the packages that bring them and start again.',
    )
  }
}

/**
 * @param {string} binary
 * @returns {Promise<string[]>} names such as `libgtk-3.so.0`
 */
export async function findMissingLibraries(binary) {
  if (!(await findExecutable('ldd'))) return []
  const { output } = await captureCommand('ldd', [binary], { env: { LC_ALL: 'C' } })
  return [...output.matchAll(/^\s*(\S+) => not found$/gm)].map(([, name]) => String(name))
}
