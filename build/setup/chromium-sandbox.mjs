import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { SetUpError } from './set-up-error.mjs'

const SETUID_ROOT = 0o4755

/**
 * Chromium's sandbox on Linux needs either user namespaces or its helper owned by root with the setuid bit.
 * Without both, Electron ends at once with a message that few understand; this says what to type.
 *
 * @param {string} distDir the Electron distribution
 * @throws {SetUpError} `chromium_sandbox_unavailable`
 */
export async function checkChromiumSandbox(distDir) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return
  if (await areUserNamespacesAllowed()) return
  const helper = join(distDir, 'chrome-sandbox')
  const { uid, mode } = await stat(helper)
  if (uid === 0 && (mode & 0o7777) === SETUID_ROOT) return
  throw new SetUpError(
    'chromium_sandbox_unavailable',
    'This system restricts user namespaces, which Electron’s sandbox needs.',
    `Let the sandbox use its helper instead; type this, then start again:\n\n` +
      `  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'\n`,
  )
}

/** Ubuntu restricts them by AppArmor, older Debian by a switch of its own; most systems do neither. */
async function areUserNamespacesAllowed() {
  const restricted = await readSetting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns')
  const cloning = await readSetting('/proc/sys/kernel/unprivileged_userns_clone')
  return restricted !== '1' && cloning !== '0'
}

/** @param {string} path */
async function readSetting(path) {
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch {
    return undefined
  }
}
