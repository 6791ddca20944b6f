import fs from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot } from './project.mjs'
import { runCommand } from './run/command.mjs'
import { runEntry } from './run/entry.mjs'
import { SetUpError } from './setup/set-up-error.mjs'
import { runVitest } from './test/runner.mjs'
import { StepLog } from './test/step-log.mjs'

const SOAK = 'soak'

// `npm run test:torture`: the torture tests of `npm test` in their long form, for hours, and the soak. Some of them:
// `npm run test:torture -- --only faults --only soak`. A failing run is repeated by its seed: `-- --seed 7`.
await runEntry(async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', multiple: true, default: [] },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
      minutes: { type: 'string', default: '30' },
    },
  })
  const chosen = await choose(values.only)
  console.log(`[torture] seed ${values.seed}`)
  const env = { INTRAY_TORTURE: 'long', INTRAY_TORTURE_SEED: values.seed }
  const steps = new StepLog()
  for (const part of chosen.filter((name) => name !== SOAK)) {
    await steps.test(part, () => runVitest([`test/integration/torture/${part}.test.ts`], env))
  }
  if (chosen.includes(SOAK)) await steps.test(SOAK, () => soak(values.minutes, values.seed))
  return steps.close()
})

/** @param {string[]} names */
async function choose(names) {
  const files = await Array.fromAsync(fs.glob('test/integration/torture/*.test.ts', { cwd: projectRoot }))
  const all = [...files.map((path) => basename(path, '.test.ts')).sort(), SOAK]
  const unknown = names.filter((name) => !all.includes(name))
  if (unknown.length === 0) return names.length === 0 ? all : names
  throw new SetUpError('unknown_torture', `Unknown: ${unknown.join(', ')}.`, `There are: ${all.join(', ')}.`)
}

/**
 * @param {string} minutes
 * @param {string} seed
 * @returns {Promise<import('./test/tally.mjs').Tally>}
 */
async function soak(minutes, seed) {
  const args = [join(projectRoot, 'test/torture/soak.ts'), '--minutes', minutes, '--seed', seed]
  const exitCode = await runCommand(process.execPath, args, { cwd: projectRoot })
  return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 }
}
