import { captureCommand } from '../run/command.mjs'
import { findExecutable } from '../run/executable.mjs'
import { SetUpError } from './set-up-error.mjs'

/**
 * What may be missing on a Linux machine, and the package that brings it. Of several names the first that
 * exists is taken: Debian 13 and Ubuntu 24.04 renamed libraries with the suffix t64.
 */
const PACKAGES = /** @type {const} */ ({
  gtk: { apt: ['libgtk-3-0t64', 'libgtk-3-0'], dnf: ['gtk3'], pacman: ['gtk3'], zypper: ['libgtk-3-0'] },
  nss: { apt: ['libnss3'], dnf: ['nss'], pacman: ['nss'], zypper: ['mozilla-nss'] },
  alsa: {
    apt: ['libasound2t64', 'libasound2'],
    dnf: ['alsa-lib'],
    pacman: ['alsa-lib'],
    zypper: ['libasound2'],
  },
  gbm: { apt: ['libgbm1'], dnf: ['mesa-libgbm'], pacman: ['mesa'], zypper: ['libgbm1'] },
  xvfb: {
    apt: ['xvfb'],
    dnf: ['xorg-x11-server-Xvfb'],
    pacman: ['xorg-server-xvfb'],
    zypper: ['xorg-x11-server-Xvfb'],
  },
  'g++': { apt: ['g++'], dnf: ['gcc-c++'], pacman: ['gcc'], zypper: ['gcc-c++'] },
  make: { apt: ['make'], dnf: ['make'], pacman: ['make'], zypper: ['make'] },
  python3: { apt: ['python3'], dnf: ['python3'], pacman: ['python'], zypper: ['python3'] },
})

const INSTALL_COMMANDS = /** @type {const} */ ({
  apt: 'apt-get update && apt-get install -y --no-install-recommends',
  dnf: 'dnf install -y',
  pacman: 'pacman -S --needed',
  zypper: 'zypper install -y',
})

/** Waits for another apt that holds the lock, rather than failing at once. */
const APT_OPTIONS = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=2']

/** @typedef {keyof typeof PACKAGES} SystemNeed */
/** @typedef {keyof typeof INSTALL_COMMANDS} PackageTool */

/**
 * Installs what is missing where that is allowed without asking: as root on a Debian or Ubuntu.
 *
 * @param {readonly SystemNeed[]} needs
 * @param {string} purpose for the message: what needs them
 * @param {(line: string) => void} log
 * @throws {SetUpError} `system_packages_missing` with the exact command to type
 */
export async function ensureSystemPackages(needs, purpose, log) {
  if (needs.length === 0) return
  const tool = await findPackageTool()
  if (tool === 'apt' && process.getuid?.() === 0) {
    await installWithApt(needs, purpose, log)
    return
  }
  throw await missing(needs, purpose, tool)
}

/** @returns {Promise<PackageTool | undefined>} */
async function findPackageTool() {
  if (await findExecutable('apt-get')) return 'apt'
  if (await findExecutable('dnf')) return 'dnf'
  if (await findExecutable('pacman')) return 'pacman'
  if (await findExecutable('zypper')) return 'zypper'
  return undefined
}

/**
 * @param {readonly SystemNeed[]} needs
 * @param {string} purpose
 * @param {(line: string) => void} log
 */
async function installWithApt(needs, purpose, log) {
  log(`installing system packages for ${purpose}`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  // Its failure is not the end: the lists that are there may do, and the installation tells.
  await captureCommand('apt-get', [...APT_OPTIONS, 'update', '-q'], { env })
  const names = await packageNames(needs, 'apt')
  log(`apt-get install ${names.join(' ')}`)
  const { exitCode, output } = await captureCommand(
    'apt-get',
    [...APT_OPTIONS, 'install', '-y', '-q', '--no-install-recommends', ...names],
    { env },
  )
  if (exitCode !== 0) {
    process.stderr.write(output)
    throw await missing(needs, purpose, 'apt')
  }
}

/**
 * @param {readonly SystemNeed[]} needs
 * @param {PackageTool} tool
 * @returns {Promise<string[]>}
 */
async function packageNames(needs, tool) {
  return Promise.all(
    needs.map(async (need) => {
      const candidates = PACKAGES[need][tool]
      for (const candidate of candidates.slice(0, -1)) {
        if ((await captureCommand('apt-cache', ['show', '--no-all-versions', candidate])).exitCode === 0)
          return candidate
      }
      return candidates[candidates.length - 1] ?? need
    }),
  )
}

/**
 * @param {readonly SystemNeed[]} needs
 * @param {string} purpose
 * @param {PackageTool | undefined} tool
 */
async function missing(needs, purpose, tool) {
  const message = `This machine lacks system packages for ${purpose}: ${needs.join(', ')}.`
  if (tool === undefined) {
    return new SetUpError(
      'system_packages_missing',
      message,
      'Install them with your system’s package tool and start again.',
    )
  }
  const sudo = process.getuid?.() === 0 ? '' : 'sudo '
  const command = `${INSTALL_COMMANDS[tool]} ${(await packageNames(needs, tool)).join(' ')}`
  const typed = command
    .split(' && ')
    .map((part) => `${sudo}${part}`)
    .join(' && ')
  return new SetUpError('system_packages_missing', message, `Type this, then start again:\n\n  ${typed}\n`)
}
