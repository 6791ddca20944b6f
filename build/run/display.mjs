import { spawn } from 'node:child_process'

const START_LIMIT_MS = 20_000

/** Whether a window can only be opened on a display of our own: a Linux without a screen. */
export function needsVirtualDisplay() {
  return process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']
}

/**
 * Starts a virtual display where there is no screen. Xvfb itself picks a number that is free.
 *
 * @returns {Promise<{ env: NodeJS.ProcessEnv, stop: () => void }>} `env` is for the programs that use the display
 */
export async function startDisplay() {
  if (!needsVirtualDisplay()) return { env: {}, stop: () => undefined }
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
  )
  const stop = () => void server.kill()
  process.once('exit', stop)
  try {
    const number = await readDisplayNumber(server)
    return { env: { DISPLAY: `:${number}` }, stop }
  } catch (error) {
    stop()
    throw error
  }
}

/**
 * Starts a virtual display for each window of the tests that is open at a time. On a machine with a screen there is one.
 *
 * @param {number} count
 * @returns {Promise<{ env: NodeJS.ProcessEnv, stop: () => void }>} `env` names the displays to the tests
 */
export async function startTestDisplays(count) {
  if (!needsVirtualDisplay()) return { env: {}, stop: () => undefined }
  const displays = await Promise.all(Array.from({ length: count }, startDisplay))
  return {
    env: { INTRAY_TEST_DISPLAYS: displays.map(({ env }) => env['DISPLAY']).join(' ') },
    stop: () => displays.forEach(({ stop }) => stop()),
  }
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
function readDisplayNumber(server) {
  return new Promise((resolve, reject) => {
    let complaints = ''
    const timer = setTimeout(() => reject(new Error('Xvfb did not start in time')), START_LIMIT_MS)
    server.stderr?.on('data', (chunk) => (complaints += String(chunk)))
    server.stdio[3]?.once('data', (chunk) => {
      clearTimeout(timer)
      resolve(String(chunk).trim())
    })
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}: ${complaints}`)))
  })
}
