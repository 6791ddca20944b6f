import { join } from 'node:path'
import { packageDirectory, projectRoot } from './project.mjs'
import { captureCommand } from './run/command.mjs'
import { runEntry } from './run/entry.mjs'

/** Two at a time: each of them keeps a core busy. */
const PARALLEL_CHECKS = 2

/** @type {{ name: string, script: string, args: string[] }[]} */
const CHECKS = [
  { name: 'eslint', script: 'eslint/bin/eslint.js', args: ['.', '--max-warnings=0'] },
  ...['tsconfig.node.json', 'tsconfig.web.json', 'tsconfig.e2e.json', 'build/tsconfig.json'].map(
    (config) => ({
      name: `types of ${config}`,
      script: 'typescript/bin/tsc',
      args: ['--project', config],
    }),
  ),
  {
    name: 'svelte-check',
    script: 'svelte-check/bin/svelte-check',
    args: ['--tsconfig', 'tsconfig.web.json', '--fail-on-warnings', '--output', 'human'],
  },
  { name: 'prettier', script: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'architecture', script: 'vitest/vitest.mjs', args: ['run', 'test/unit/architecture.test.ts'] },
]

// `npm run check`: everything that needs no running application. All checks run, whatever the others say.
await runEntry(async () => {
  const waiting = [...CHECKS]
  /** @type {string[]} */
  const failed = []
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      if (!(await passes(check))) failed.push(check.name)
    }
  }
  await Promise.all(Array.from({ length: PARALLEL_CHECKS }, work))
  console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}`)
  return failed.length === 0 ? 0 : 1
})

/** @param {typeof CHECKS[number]} check */
async function passes({ name, script, args }) {
  const startedAtMs = performance.now()
  const path = join(packageDirectory(script.split('/')[0] ?? ''), ...script.split('/').slice(1))
  const { exitCode, output } = await captureCommand(process.execPath, [path, ...args], { cwd: projectRoot })
  const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1)
  console.log(`${exitCode === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
  if (exitCode !== 0) console.log(output.trimEnd())
  return exitCode === 0
}
