import fs from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot } from './project.mjs'
import { ensureApplicationBuilt } from './run/application-build.mjs'
import { runCommand } from './run/command.mjs'
import { startDisplay } from './run/display.mjs'
import { log, runEntry } from './run/entry.mjs'
import { ensureElectronRuntime } from './setup/electron-runtime.mjs'
import { SetUpError } from './setup/set-up-error.mjs'
import { ensureSystemLibraries } from './setup/system-libraries.mjs'

// `npm run bench`: every benchmark, or some (`npm run bench -- --only intake --only upload`); with `--scale 0.1`
// each with a tenth of its scans, for a quick try; with `--minutes 60` those that have a length go on for an hour. They run on Node; those named `*.window` open the real window.
await runEntry(async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', multiple: true, default: [] },
      scale: { type: 'string', default: '1' },
      minutes: { type: 'string' },
    },
  })
  const benchmarks = await findBenchmarks(values.only)
  const opensWindow = benchmarks.some((path) => path.endsWith('.window.bench.ts'))
  const runtime = opensWindow ? await ensureElectronRuntime(log) : null
  if (runtime !== null) await ensureSystemLibraries(runtime.execPath, log)
  await ensureApplicationBuilt({ electronMajor: runtime?.electronMajor })
  const display = opensWindow ? await startDisplay() : null
  try {
    let exitCode = 0
    for (const benchmark of benchmarks) {
      const length = values.minutes === undefined ? [] : ['--minutes', values.minutes]
      const command = [join(projectRoot, benchmark), '--scale', values.scale, ...length]
      const env = benchmark.endsWith('.window.bench.ts') ? { ...runtime?.env, ...display?.env } : {}
      const code = await runCommand(process.execPath, command, { cwd: projectRoot, env })
      if (code !== 0) exitCode = code
    }
    return exitCode
  } finally {
    display?.stop()
  }
})

/** @param {string[]} names */
async function findBenchmarks(names) {
  const all = (await Array.fromAsync(fs.glob('test/bench/*.bench.ts', { cwd: projectRoot }))).sort()
  const chosen = all.filter(
    (path) => names.length === 0 || names.some((name) => path.endsWith(`/${name}.bench.ts`)),
  )
  if (chosen.length > 0) return chosen
  throw new SetUpError(
    'no_benchmark',
    'There is no such benchmark.',
    `There are: ${all.join(', ') || 'none'}.`,
  )
}
