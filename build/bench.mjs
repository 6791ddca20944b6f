import fs from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from './project.mjs'
import { ensureApplicationBuilt } from './run/application-build.mjs'
import { runCommand } from './run/command.mjs'
import { runEntry } from './run/entry.mjs'
import { SetUpError } from './setup/set-up-error.mjs'

// `npm run bench`: every benchmark, or those named (`npm run bench -- intake`). They run on Node, without Electron.
await runEntry(async (names) => {
  await ensureApplicationBuilt({})
  const benchmarks = await findBenchmarks(names)
  let exitCode = 0
  for (const benchmark of benchmarks) {
    const code = await runCommand(process.execPath, [join(projectRoot, benchmark)], { cwd: projectRoot })
    if (code !== 0) exitCode = code
  }
  return exitCode
})

/** @param {string[]} names */
async function findBenchmarks(names) {
  const all = (await Array.fromAsync(fs.glob('test/bench/*.bench.ts', { cwd: projectRoot }))).sort()
  const chosen = all.filter(
    (path) => names.length === 0 || names.some((name) => path.endsWith(`${name}.bench.ts`)),
  )
  if (chosen.length > 0) return chosen
  throw new SetUpError(
    'no_benchmark',
    'There is no such benchmark.',
    `There are: ${all.join(', ') || 'none'}.`,
  )
}
