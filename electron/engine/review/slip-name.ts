/** File systems take 255 bytes or 255 UTF-16 units; a text has at least as many bytes as units. */
const maxNameBytes = 255

const encoder = new TextEncoder()

/** What Windows does not take in a name, and what could make a name look like another one. */
const unsafeCharacters = /[<>:"/\\|?*\p{Cc}\p{Cf}\u2028\u2029]/gu

/** Names of devices, which Windows finds in any folder, with any ending. */
const deviceName = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(?:\.|$)/iu

/**
 * The name of the slip for one item: `passport.jpg.rescan-123.txt`. It is safe on every system, and no other item's
 * slip has it.
 */
export function slipName(scanName: string, itemId: number): string {
  const suffix = `.rescan-${String(itemId)}.txt`
  const safe = scanName
    .toWellFormed()
    .replace(unsafeCharacters, '_')
    .replace(/^[\s.]+/u, '_')
  const stem = deviceName.test(safe) ? `_${safe}` : safe
  return `${cut(stem === '' ? 'scan' : stem, maxNameBytes - suffix.length)}${suffix}`
}

/** The beginning of a text that takes no more than so many bytes in UTF-8, in whole characters. */
function cut(text: string, maxBytes: number): string {
  let kept = ''
  let bytes = 0
  for (const character of text) {
    bytes += encoder.encode(character).length
    if (bytes > maxBytes) break
    kept += character
  }
  return kept
}

const slipPath = /^rescan\/[^/]+\.rescan-[0-9]+\.txt$/

/** Whether a path, relative to its watched folder, is that of a slip and not of a scan. */
export function isSlipPath(path: string): boolean {
  return slipPath.test(path)
}
