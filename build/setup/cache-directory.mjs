import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'

/**
 * Where set-up keeps what is costly to make (an Electron runtime, a native module). Outside the checkout, so
 * that clones share it and `git clean` spares it. `INTRAY_CACHE_DIR` overrides it.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 * @returns {string} an absolute path; the directory need not exist yet
 */
export function cacheDirectory(env = process.env, platform = process.platform) {
  if (env['INTRAY_CACHE_DIR']) return resolve(env['INTRAY_CACHE_DIR'])
  return join(userCacheDirectory(env, platform), 'intray-build')
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 */
function userCacheDirectory(env, platform) {
  if (platform === 'win32') return env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches')
  // The XDG base directory specification: a relative XDG_CACHE_HOME is invalid and ignored.
  const xdg = env['XDG_CACHE_HOME']
  return xdg && isAbsolute(xdg) ? xdg : join(homedir(), '.cache')
}
