import { buildPackage } from './packaging/package-build.mjs'
import { ensureApplicationBuilt } from './run/application-build.mjs'
import { startTestDisplays } from './run/display.mjs'
import { log, runEntry } from './run/entry.mjs'
import { ensureElectronRuntime } from './setup/electron-runtime.mjs'
import { SetUpError } from './setup/set-up-error.mjs'
import { ensureSystemLibraries } from './setup/system-libraries.mjs'
import { runPlaywright, runVitest } from './test/runner.mjs'
import { StepLog } from './test/step-log.mjs'

const STEPS = ['unit', 'e2e', 'package']
/** Windows that are open at a time, where each can have a display of its own. */
const PARALLEL_WINDOWS = 2

// `npm test`: everything, or the steps that are named: `npm test -- unit e2e`. What follows a second `--` goes to
// the test runner: `npm test -- e2e -- review.spec.ts`.
await runEntry(async (args) => {
  const { chosen, runnerArgs } = readArguments(args)
  const steps = new StepLog()
  const runtime = await steps.prepare('set-up', setUp)
  const isBuilt = await steps.prepare('build', async () => {
    await ensureApplicationBuilt(runtime ? { electronMajor: runtime.electronMajor } : {})
    return true
  })
  if (chosen.includes('unit')) await steps.test('unit', () => runVitest(runnerArgs))
  if (runtime && isBuilt) {
    if (chosen.includes('e2e')) await steps.test('e2e', () => runOnDisplay('app', runtime.env, runnerArgs))
    if (chosen.includes('package')) await steps.test('package', () => testPackage(runtime, runnerArgs))
  }
  return steps.close()
})

/** @param {string[]} args */
function readArguments(args) {
  const separator = args.includes('--') ? args.indexOf('--') : args.length
  const named = args.slice(0, separator)
  const unknown = named.filter((arg) => !STEPS.includes(arg))
  if (unknown.length > 0) {
    const message = `Unknown test step: ${unknown.join(', ')}.`
    throw new SetUpError('unknown_step', message, `There are: ${STEPS.join(', ')}.`)
  }
  return { chosen: named.length > 0 ? named : STEPS, runnerArgs: args.slice(separator + 1) }
}

async function setUp() {
  const runtime = await ensureElectronRuntime(log)
  await ensureSystemLibraries(runtime.execPath, log)
  return runtime
}

/**
 * @param {import('./setup/electron-runtime.mjs').ElectronRuntime} runtime
 * @param {string[]} runnerArgs
 */
async function testPackage(runtime, runnerArgs) {
  const executable = await buildPackage({ runtime, forTests: true, args: ['--dir'] })
  return runOnDisplay('package', { ...runtime.env, INTRAY_PACKAGE_EXECUTABLE: executable }, runnerArgs)
}

/**
 * @param {string} project
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} runnerArgs
 */
async function runOnDisplay(project, env, runnerArgs) {
  const display = await startTestDisplays(PARALLEL_WINDOWS)
  try {
    return await runPlaywright(project, { ...env, ...display.env }, runnerArgs)
  } finally {
    display.stop()
  }
}
