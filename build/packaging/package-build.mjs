import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { packageDirectory, projectRoot } from '../project.mjs'
import { runCommand } from '../run/command.mjs'
import { SetUpError } from '../setup/set-up-error.mjs'

/** @typedef {import('../setup/electron-runtime.mjs').ElectronRuntime} ElectronRuntime */

/**
 * Runs electron-builder on the built application.
 *
 * @param {object} options
 * @param {ElectronRuntime} options.runtime
 * @param {boolean} [options.forTests] leaves the inspector's fuse on, and writes beside the real packages
 * @param {string[]} options.args electron-builder's arguments
 * @returns {Promise<string>} the path of the unpacked application's executable
 * @throws {SetUpError} `package_failed`
 */
export async function buildPackage({ runtime, forTests = false, args }) {
  const output = join(projectRoot, 'dist', ...(forTests ? ['for-tests'] : []))
  if (forTests) await rm(output, { recursive: true, force: true })
  const exitCode = await runCommand(
    process.execPath,
    [
      join(packageDirectory('electron-builder'), 'cli.js'),
      ...args,
      '--publish=never',
      `--config.directories.output=${output}`,
      ...runtimeArguments(runtime),
    ],
    {
      cwd: projectRoot,
      env: {
        INTRAY_PACKAGE_FOR_TESTS: forTests ? '1' : undefined,
        INTRAY_SQLITE_BINDING: runtime.sqliteBinding,
      },
    },
  )
  if (exitCode !== 0) {
    throw new SetUpError(
      'package_failed',
      'The package could not be built.',
      'Mend what the lines above say.',
    )
  }
  return join(output, executablePath())
}

/**
 * A stand-in is packed from the cache and named for what it is; else electron-builder fetches the Electron that
 * the lockfile names.
 *
 * @param {ElectronRuntime} runtime
 */
function runtimeArguments({ kind, distDir, electronVersion }) {
  if (kind === 'own') return []
  return [
    `--config.electronDist=${distDir}`,
    `--config.electronVersion=${electronVersion}`,
    '--config.artifactName=${productName}-${version}-${os}-${arch}-development-only.${ext}',
  ]
}

/** Where electron-builder puts the unpacked application, under its output directory. */
function executablePath() {
  const suffix = process.arch === 'x64' ? '' : `-${process.arch}`
  if (process.platform === 'darwin') return join(`mac${suffix}`, 'Intray.app', 'Contents', 'MacOS', 'Intray')
  if (process.platform === 'win32') return join(`win${suffix}-unpacked`, 'Intray.exe')
  return join(`linux${suffix}-unpacked`, 'intray')
}
