import { join } from 'node:path'
import { projectRoot } from './project.mjs'
import { ensureApplicationBuilt } from './run/application-build.mjs'
import { runCommand } from './run/command.mjs'
import { needsVirtualDisplay } from './run/display.mjs'
import { log, runEntry } from './run/entry.mjs'
import { checkChromiumSandbox } from './setup/chromium-sandbox.mjs'
import { ensureElectronRuntime } from './setup/electron-runtime.mjs'
import { ensureSystemLibraries } from './setup/system-libraries.mjs'

// `npm start`: opens the desktop application, or where there is no screen does the same job without a window.
await runEntry((args) => (needsVirtualDisplay() ? startHeadless(args) : startWindow(args)))

/** @param {string[]} args */
async function startWindow(args) {
  const runtime = await ensureElectronRuntime(log)
  await ensureSystemLibraries(runtime.execPath, log)
  await checkChromiumSandbox(runtime.distDir)
  await ensureApplicationBuilt({ electronMajor: runtime.electronMajor })
  // Chromium refuses to run sandboxed as root; only containers and test machines run it so.
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return runCommand(runtime.execPath, [...sandbox, projectRoot, ...args], { env: runtime.env })
}

/**
 * The same engine on the practice folder, by the `intray` command; no Electron is needed for it.
 * @param {string[]} args
 */
async function startHeadless(args) {
  console.log('This machine has no screen: running the practice folder through Intray without its window.')
  await ensureApplicationBuilt({})
  const intray = join(projectRoot, 'bin', 'intray.mjs')
  return runCommand(process.execPath, [intray, 'run', '--once', '--practice', '--approve-ready', ...args])
}
