import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] added to this process's environment
 * @property {number} [timeoutMs] the command is killed after this time
 */

/**
 * Runs a command on this terminal and passes signals on to it.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<number>} its exit code; 128 + the signal's number when a signal ended it
 */
export async function runCommand(command, args, options = {}) {
  const child = spawn(command, args, { ...spawnOptions(options), stdio: 'inherit' })
  const stopPassing = passSignals(child)
  try {
    return await exitCodeOf(child)
  } finally {
    stopPassing()
  }
}

/**
 * Runs a command silently and returns what it wrote to both streams, for the case that it fails.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<{ exitCode: number, output: string }>}
 */
export async function captureCommand(command, args, options = {}) {
  const child = spawn(command, args, { ...spawnOptions(options), stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text))
  }
  return { exitCode: await exitCodeOf(child), output }
}

/** @param {CommandOptions} options */
function spawnOptions({ cwd, env, timeoutMs }) {
  return {
    ...(cwd === undefined ? {} : { cwd }),
    ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
    env: { ...process.env, ...env },
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
function exitCodeOf(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      resolve(code ?? (signal === null ? 1 : 128 + constants.signals[signal]))
    })
  })
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void}
 */
function passSignals(child) {
  const onTerminate = () => child.kill('SIGTERM')
  // A terminal sends Ctrl-C to the whole group: passed on as well, the child would see it twice.
  const onInterrupt = () => (process.stdin.isTTY ? undefined : child.kill('SIGINT'))
  process.on('SIGTERM', onTerminate)
  process.on('SIGINT', onInterrupt)
  return () => {
    process.off('SIGTERM', onTerminate)
    process.off('SIGINT', onInterrupt)
  }
}
