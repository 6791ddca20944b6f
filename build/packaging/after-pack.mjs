import { Arch } from 'electron-builder'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { applyFuses, chooseFuses } from './fuses.mjs'
import { placeNativeBinding } from './native-binding.mjs'

const DEVELOPMENT_NOTE = `This package holds an old Electron that stands in for the real one.
It is for development and tests only. Do not use it for real work, do not give it to anybody.
`

/**
 * electron-builder's hook between unpacking and signing.
 * @param {import('electron-builder').AfterPackContext} context
 */
export async function afterPack(context) {
  const { appOutDir, arch, electronPlatformName: platform, packager } = context
  const resourcesDir = packager.getResourcesDir(appOutDir)
  await rm(join(resourcesDir, 'default_app.asar'), { force: true })

  const standInBinding = process.env['INTRAY_SQLITE_BINDING']
  await placeNativeBinding(resourcesDir, `${platform}-${Arch[arch]}`, standInBinding)
  if (standInBinding !== undefined) await writeFile(join(appOutDir, 'DEVELOPMENT-ONLY.txt'), DEVELOPMENT_NOTE)

  const forTests = process.env['INTRAY_PACKAGE_FOR_TESTS'] === '1'
  await applyFuses(findBinary(context), chooseFuses({ platform, forTests }), {
    // Changing an arm64 binary breaks the ad-hoc signature without which macOS does not run it.
    resetAdHocDarwinSignature: platform === 'darwin' && arch === Arch.arm64,
  })
}

/** @param {import('electron-builder').AfterPackContext} context */
function findBinary({ appOutDir, electronPlatformName, packager }) {
  const { productFilename } = packager.appInfo
  if (electronPlatformName === 'darwin') return join(appOutDir, `${productFilename}.app`)
  if (electronPlatformName === 'win32') return join(appOutDir, `${productFilename}.exe`)
  return join(appOutDir, /** @type {import('electron-builder').LinuxPackager} */ (packager).executableName)
}
