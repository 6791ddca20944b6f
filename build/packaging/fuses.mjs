import { flipFuses, FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'

/** @typedef {Record<string, boolean>} FuseSettings by the fuse's name */

/** The systems on which Electron can check the archive against a hash in the signed executable. */
const ASAR_INTEGRITY_PLATFORMS = ['darwin', 'win32']

/**
 * The switches that are set in Electron's binary for a package.
 * Source: Electron's documents "Security" and "Electron Fuses".
 *
 * @param {{ platform: string, forTests: boolean }} options `forTests` lets Playwright drive the main process
 * @returns {FuseSettings}
 */
export function chooseFuses({ platform, forTests }) {
  return {
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: forTests,
    EnableEmbeddedAsarIntegrityValidation: ASAR_INTEGRITY_PLATFORMS.includes(platform),
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
    // Without it WebAssembly checks every memory access in code: as safe, but slower.
    WasmTrapHandlers: true,
  }
}

/**
 * Sets the fuses of a binary and reads them back. A setting for a fuse that this Electron is too old for is left
 * out; a fuse without a setting is an error, because somebody must decide about it.
 *
 * @param {string} binary
 * @param {FuseSettings} settings
 * @param {{ resetAdHocDarwinSignature?: boolean }} [options]
 */
export async function applyFuses(binary, settings, { resetAdHocDarwinSignature = false } = {}) {
  const present = [...(await readFuses(binary)).keys()]
  const undecided = present.filter((name) => settings[name] === undefined)
  if (undecided.length > 0) throw new Error(`No setting for the fuses: ${undecided.join(', ')}`)

  /** @type {Record<number, boolean>} */
  const wanted = {}
  for (const name of present) wanted[fuseIndex(name)] = settings[name] === true
  await flipFuses(binary, { version: FuseVersion.V1, resetAdHocDarwinSignature, ...wanted })

  const actual = await readFuses(binary)
  const wrong = present.filter((name) => actual.get(name) !== settings[name])
  if (wrong.length > 0) throw new Error(`Fuses that did not take: ${wrong.join(', ')}`)
}

/**
 * @param {string} binary
 * @returns {Promise<Map<string, boolean>>} the fuses that this binary has; those marked as removed are left out
 */
export async function readFuses(binary) {
  const { version: _version, ...wire } = await getCurrentFuseWire(binary)
  /** @type {Map<string, boolean>} */
  const fuses = new Map()
  for (const [index, state] of Object.entries(wire)) {
    if (state === FuseState.REMOVED) continue
    fuses.set(FuseV1Options[Number(index)] ?? index, state === FuseState.ENABLE)
  }
  return fuses
}

/** @param {string} name */
function fuseIndex(name) {
  return FuseV1Options[/** @type {keyof typeof FuseV1Options} */ (name)]
}
