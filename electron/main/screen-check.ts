/** True on a Linux without a screen, where no window can be opened and Chromium would die without a word. */
export function isScreenMissing(
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
  argv: readonly string[],
): boolean {
  if (platform !== 'linux' || argv.includes('--headless') || argv.includes('--ozone-platform=headless')) {
    return false
  }
  return !environment['DISPLAY'] && !environment['WAYLAND_DISPLAY']
}

export const screenMissingWords =
  'Intray needs a screen: neither DISPLAY nor WAYLAND_DISPLAY is set. The `intray` command works without one.'
