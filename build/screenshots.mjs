import { join } from 'node:path'
import { packageDirectory, projectRoot } from './project.mjs'
import { ensureApplicationBuilt } from './run/application-build.mjs'
import { runCommand } from './run/command.mjs'
import { startDisplay } from './run/display.mjs'
import { log, runEntry } from './run/entry.mjs'
import { ensureElectronRuntime } from './setup/electron-runtime.mjs'
import { ensureSystemLibraries } from './setup/system-libraries.mjs'

// `npm run screenshots`: makes the documents' pictures of the real window, on the practice folder.
await runEntry(async (args) => {
  const runtime = await ensureElectronRuntime(log)
  await ensureSystemLibraries(runtime.execPath, log)
  await ensureApplicationBuilt({ electronMajor: runtime.electronMajor })
  const display = await startDisplay()
  try {
    const playwright = join(packageDirectory('@playwright/test'), 'cli.js')
    return await runCommand(process.execPath, [playwright, 'test', '--project=screenshots', ...args], {
      cwd: projectRoot,
      env: { ...runtime.env, ...display.env },
    })
  } finally {
    display.stop()
  }
})
