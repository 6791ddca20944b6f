import { existsSync } from 'node:fs'
import { cp, mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { packageDirectory, packageVersion } from '../project.mjs'
import { captureCommand } from '../run/command.mjs'
import { findExecutable, findExecutables } from '../run/executable.mjs'
import { cacheDirectory } from './cache-directory.mjs'
import { ensureCacheEntry } from './cache-entry.mjs'
import { ensureSystemPackages } from './system-packages.mjs'
import { SetUpError } from './set-up-error.mjs'

const FILE = 'better_sqlite3.node'

/**
 * Compiles better-sqlite3, unchanged, so that it also loads in an Electron whose Node-API is older than the 10
 * that the package's prebuilt files ask for (they crash such an Electron). The newer calls exist there as
 * experimental ones, hence the flags. It loads in current Node as well.
 */
const CXXFLAGS = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'

/**
 * @param {(line: string) => void} log
 * @returns {Promise<string>} the path of a native file for better-sqlite3's `nativeBinding` option
 * @throws {SetUpError} `system_packages_missing`, `sqlite_binding_failed`
 */
export async function ensureSqliteBinding(log) {
  const version = packageVersion('better-sqlite3')
  const directory = await ensureCacheEntry({
    directory: join(cacheDirectory(), `better-sqlite3-${version}-${process.platform}-${process.arch}`),
    fingerprint: `${version} ${CXXFLAGS}`,
    files: [FILE],
    make: (partial) => compile(partial, log),
    log,
  })
  return join(directory, FILE)
}

/**
 * @param {string} directory
 * @param {(line: string) => void} log
 */
async function compile(directory, log) {
  await ensureSystemPackages(await missingTools(), 'compiling better-sqlite3', log)
  log('compiling better-sqlite3 for the stand-in Electron (about a minute, once)')
  const work = join(directory, 'work')
  const source = await copySource(work)
  const headers = await findNodeHeaders()
  const { exitCode, output } = await captureCommand(
    process.execPath,
    [
      join(packageDirectory('node-gyp'), 'bin', 'node-gyp.js'),
      'rebuild',
      '--release',
      '--force_build=1',
      '--jobs=max',
      ...(headers === undefined ? [] : [`--nodedir=${headers}`]),
    ],
    { cwd: source, env: { CXXFLAGS } },
  )
  const built = join(source, 'build', 'Release', FILE)
  if (exitCode !== 0 || !existsSync(built)) {
    throw new SetUpError(
      'sqlite_binding_failed',
      `better-sqlite3 could not be compiled:\n${output.split('\n').slice(-40).join('\n')}`,
      'Mend what the last lines say and start again.',
    )
  }
  await verify(built)
  await rename(built, join(directory, FILE))
  await rm(work, { recursive: true })
}

/** @returns {Promise<import('./system-packages.mjs').SystemNeed[]>} */
async function missingTools() {
  /** @type {import('./system-packages.mjs').SystemNeed[]} */
  const tools = ['g++', 'make', 'python3']
  const found = await Promise.all(tools.map((tool) => findExecutable(tool)))
  return tools.filter((_, index) => found[index] === undefined)
}

/**
 * A copy, so that node_modules stays as npm made it: a `build` folder in there would win over the prebuilt file.
 * @param {string} work
 */
async function copySource(work) {
  for (const name of ['better-sqlite3', 'node-addon-api']) {
    const target = join(work, 'node_modules', name)
    await mkdir(target, { recursive: true })
    await cp(packageDirectory(name), target, {
      recursive: true,
      filter: (path) => !path.endsWith('prebuilds'),
    })
  }
  return join(work, 'node_modules', 'better-sqlite3')
}

/**
 * Headers of any Node that supports Node-API will do. Without any, node-gyp downloads those of the running one.
 * @returns {Promise<string | undefined>} a directory with `include/node/node_api.h`
 */
async function findNodeHeaders() {
  const nodes = [process.execPath, ...(await findExecutables('node'))]
  const prefixes = [process.env['npm_config_nodedir'], ...nodes.map((node) => dirname(dirname(node)))]
  return prefixes.find((prefix) => prefix && existsSync(join(prefix, 'include', 'node', 'node_api.h')))
}

/**
 * Opens a database with it before anyone relies on it.
 * @param {string} nativeBinding
 */
async function verify(nativeBinding) {
  const script =
    `const Database = require(${JSON.stringify(packageDirectory('better-sqlite3'))});` +
    `new Database(':memory:', { nativeBinding: ${JSON.stringify(nativeBinding)} }).prepare('SELECT 1').get()`
  const { exitCode, output } = await captureCommand(process.execPath, ['--eval', script])
  if (exitCode !== 0)
    throw new Error(`The compiled better-sqlite3 does not work (exit code ${exitCode}): ${output}`)
}
