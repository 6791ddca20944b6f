import { buildPackage } from './packaging/package-build.mjs'
import { ensureApplicationBuilt } from './run/application-build.mjs'
import { log, runEntry } from './run/entry.mjs'
import { ensureElectronRuntime } from './setup/electron-runtime.mjs'
import { SetUpError } from './setup/set-up-error.mjs'

// `npm run package`: installers for this system, or what electron-builder's arguments say (`-- --dir`, `-- --win`).
await runEntry(async (args) => {
  const runtime = await ensureElectronRuntime(log)
  if (runtime.kind === 'stand_in') checkStandInTargets(args)
  await ensureApplicationBuilt({ electronMajor: runtime.electronMajor })
  const forTests = process.env['INTRAY_PACKAGE_FOR_TESTS'] === '1'
  const executable = await buildPackage({ runtime, forTests, args })
  console.log(`The unpacked application: ${executable}`)
  if (runtime.kind === 'stand_in') {
    console.log(
      'DEVELOPMENT AND TESTS ONLY: it holds a stand-in Electron. Never give this package to anybody.',
    )
  }
  return 0
})

/** @param {string[]} args */
function checkStandInTargets(args) {
  const other = args.find((arg) =>
    /^(--(win|windows|mac|macos|arm64|ia32|armv7l|universal)|-[wmo])$/.test(arg),
  )
  if (other === undefined) return
  throw new SetUpError(
    'stand_in_target',
    `The stand-in Electron is for linux x64 only; ${other} needs the real one.`,
    'Package where Electron can be downloaded.',
  )
}
