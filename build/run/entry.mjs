import { existsSync } from 'node:fs'
import { packageDirectory } from '../project.mjs'
import { SetUpError } from '../setup/set-up-error.mjs'

/** The first Node with Node-API 10, which better-sqlite3's prebuilt files ask for. */
const OLDEST_NODE = { major: 22, minor: 14 }

/**
 * Runs one of the project's commands: its result is the exit code; a failure that a person can mend is
 * explained in plain words, any other is shown with its stack.
 *
 * @param {(args: string[]) => Promise<number>} main
 */
export async function runEntry(main) {
  try {
    checkNode()
    checkDependencies()
    process.exitCode = await main(process.argv.slice(2))
  } catch (error) {
    explain(error)
    process.exitCode = 1
  }
}

/**
 * @param {unknown} error
 */
export function explain(error) {
  if (error instanceof SetUpError) console.error(`\n${error.message} [${error.code}]\n${error.nextStep}`)
  else console.error(error)
}

/**
 * One line of a command's progress.
 * @param {string} line
 */
export function log(line) {
  console.log(`[set-up] ${line}`)
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > OLDEST_NODE.major || (major === OLDEST_NODE.major && minor >= OLDEST_NODE.minor)) return
  throw new SetUpError(
    'node_too_old',
    `This Node (${process.version}) is too old.`,
    'Start it with npm (npm start, npm test): npm uses the newer Node that npm ci installed.',
  )
}

function checkDependencies() {
  if (existsSync(packageDirectory('electron'))) return
  throw new SetUpError('dependencies_missing', 'The dependencies are not installed.', 'Run npm ci first.')
}
