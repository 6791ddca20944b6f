import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { packageDirectory, projectRoot } from '../project.mjs'
import { runCommand } from '../run/command.mjs'
import { NOTHING, tallyPlaywright, tallyVitest } from './tally.mjs'

/** Outside test-results, which Playwright empties. */
const REPORTS = join(projectRoot, '.cache', 'test-reports')

/** @typedef {import('./tally.mjs').Tally} Tally */

/**
 * Runs unit and integration tests.
 *
 * @param {string[]} runnerArgs further arguments for Vitest
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Tally>}
 */
export function runVitest(runnerArgs, env = {}) {
  const report = join(REPORTS, 'vitest.json')
  const vitest = join(packageDirectory('vitest'), 'vitest.mjs')
  const args = [
    vitest,
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...runnerArgs,
  ]
  return runAndTally({ args, env, report, tally: tallyVitest })
}

/**
 * Runs one of Playwright's projects.
 *
 * @param {string} project
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} runnerArgs further arguments for Playwright
 * @returns {Promise<Tally>}
 */
export function runPlaywright(project, env, runnerArgs) {
  const report = join(REPORTS, `playwright-${project}.json`)
  const playwright = join(packageDirectory('@playwright/test'), 'cli.js')
  return runAndTally({
    args: [playwright, 'test', `--project=${project}`, '--reporter=list,json', ...runnerArgs],
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    report,
    tally: tallyPlaywright,
  })
}

/**
 * @param {object} run
 * @param {string[]} run.args
 * @param {NodeJS.ProcessEnv} run.env
 * @param {string} run.report
 * @param {(report: unknown) => Tally} run.tally
 * @returns {Promise<Tally>} a run that ends badly without a failed test counts as one failure
 */
async function runAndTally({ args, env, report, tally }) {
  await rm(report, { force: true })
  const exitCode = await runCommand(process.execPath, args, { cwd: projectRoot, env })
  const text = await readFile(report, 'utf8').catch(() => undefined)
  const counted = text === undefined ? NOTHING : tally(JSON.parse(text))
  return exitCode !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}
