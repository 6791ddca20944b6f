import { existsSync } from 'node:fs'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { packageDirectory, packageVersion } from '../project.mjs'
import { captureCommand } from '../run/command.mjs'
import { cacheDirectory } from './cache-directory.mjs'

const DOWNLOAD_LIMIT_MS = 10 * 60_000
/** After a refusal the download is left alone for a day, so that the next start is quick. */
const REFUSAL_KEPT_MS = 24 * 60 * 60_000

/**
 * The electron package's own runtime, downloaded now if need be.
 *
 * @param {(line: string) => void} log
 * @returns {Promise<{ version: string, distDir: string, execPath: string } | { refused: string }>}
 */
export async function ensureDownloadedElectron(log) {
  const installed = await findInstalled()
  if (installed) return installed

  const earlier = await readRefusal()
  if (earlier !== undefined) return { refused: earlier }

  log(`downloading Electron ${packageVersion('electron')} (about 110 MB, once)`)
  const { exitCode, output } = await captureCommand(
    process.execPath,
    [join(packageDirectory('electron'), 'install.js')],
    { timeoutMs: DOWNLOAD_LIMIT_MS, env: { ELECTRON_OVERRIDE_DIST_PATH: '' } },
  )
  const downloaded = await findInstalled()
  if (downloaded) return downloaded

  const refused = firstLine(output) ?? `the download ended with code ${exitCode}`
  await writeRefusal(refused)
  return { refused }
}

/** Looks where install.js leaves its marks: `dist/version` and `path.txt`. */
async function findInstalled() {
  const directory = packageDirectory('electron')
  const version = packageVersion('electron')
  const distDir = join(directory, 'dist')
  try {
    const found = (await readFile(join(distDir, 'version'), 'utf8')).trim().replace(/^v/, '')
    const execPath = join(distDir, await readFile(join(directory, 'path.txt'), 'utf8'))
    return found === version && existsSync(execPath) ? { version, distDir, execPath } : undefined
  } catch {
    return undefined
  }
}

/** A refusal counts for the version and the mirror that it was met with. */
function refusalFile() {
  return join(cacheDirectory(), `electron-${packageVersion('electron')}-refused.txt`)
}

function mirror() {
  return process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? ''
}

/** @returns {Promise<string | undefined>} the reason of a recent refusal */
async function readRefusal() {
  try {
    const { mtimeMs } = await stat(refusalFile())
    if (Date.now() - mtimeMs > REFUSAL_KEPT_MS) return undefined
    const [usedMirror, reason] = (await readFile(refusalFile(), 'utf8')).split('\n')
    return usedMirror === mirror() ? reason : undefined
  } catch {
    return undefined
  }
}

/** @param {string} reason one line */
async function writeRefusal(reason) {
  await mkdir(dirname(refusalFile()), { recursive: true })
  await writeFile(refusalFile(), `${mirror()}\n${reason}\n`)
}

/** @param {string} text */
function firstLine(text) {
  return text
    .split('\n')
    .find((line) => line.trim() !== '')
    ?.trim()
}
