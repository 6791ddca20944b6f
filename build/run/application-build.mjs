import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageDirectory, packageVersion, projectRoot } from '../project.mjs'
import { withProcessLock } from '../setup/process-lock.mjs'
import { SetUpError } from '../setup/set-up-error.mjs'
import { runCommand } from './command.mjs'
import { log } from './entry.mjs'
import { fingerprintSources } from './source-fingerprint.mjs'

const OUT = join(projectRoot, 'out')
const STAMP = join(OUT, '.stamp')

/**
 * Builds the application into `out/` unless what is there was made from the same sources.
 *
 * @param {object} options
 * @param {number} [options.electronMajor] the Electron to build for; without it any earlier build will do
 * @param {boolean} [options.force] builds in any case
 * @throws {SetUpError} `build_failed`
 */
export async function ensureApplicationBuilt({ electronMajor, force = false }) {
  const lockFile = join(projectRoot, '.cache', 'build.lock')
  await withProcessLock(lockFile, log, async () => {
    const sources = await fingerprintSources()
    if (!force && (await isCurrent(sources, electronMajor))) return
    log('building the application')
    await build(electronMajor ?? Number.parseInt(packageVersion('electron'), 10), sources)
  })
}

/**
 * @param {string} sources
 * @param {number | undefined} electronMajor
 */
async function isCurrent(sources, electronMajor) {
  try {
    const [builtSources, builtMajor] = (await readFile(STAMP, 'utf8')).split(' ')
    return builtSources === sources && (electronMajor === undefined || builtMajor === String(electronMajor))
  } catch {
    return false
  }
}

/**
 * @param {number} electronMajor
 * @param {string} sources
 */
async function build(electronMajor, sources) {
  // A build that stops half-way leaves no stamp, and no file of an earlier one.
  await rm(OUT, { recursive: true, force: true })
  const exitCode = await runCommand(
    process.execPath,
    [join(packageDirectory('electron-vite'), 'bin', 'electron-vite.js'), 'build', '--logLevel', 'warn'],
    { cwd: projectRoot, env: { ELECTRON_MAJOR_VER: String(electronMajor), NODE_ENV: 'production' } },
  )
  if (exitCode !== 0) {
    throw new SetUpError(
      'build_failed',
      'The application could not be built.',
      'Mend what the lines above say.',
    )
  }
  await mkdir(OUT, { recursive: true })
  await writeFile(STAMP, `${sources} ${electronMajor}`)
}
