/** How the characters of an index are written. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** Of a text in Latin letters nearly every second byte is zero in UTF-16; other letters may be among them. */
const minZeroShare = 0.4
const maxStrayShare = 0.02

/** What the mark at the beginning of a file says; null where there is none. */
export function encodingOfMark(beginning: Uint8Array): TextEncoding | null {
  const [first, second, third] = beginning
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null
}

/** UTF-16 without a mark, by where its zeros are; null for everything else. */
export function encodingOfZeros(beginning: Uint8Array): TextEncoding | null {
  const pairs = Math.floor(beginning.length / 2)
  if (pairs === 0) return null
  let [even, odd] = [0, 0]
  for (let at = 0; at < pairs * 2; at += 2) {
    if (beginning[at] === 0) even += 1
    if (beginning[at + 1] === 0) odd += 1
  }
  if (odd >= pairs * minZeroShare && even <= pairs * maxStrayShare) return 'utf-16le'
  if (even >= pairs * minZeroShare && odd <= pairs * maxStrayShare) return 'utf-16be'
  return null
}

/** UTF-8 where the bytes keep to its rules, which another encoding's letters practically never do. */
export function encodingOfLetters(bytes: Uint8Array, isWhole: boolean): TextEncoding {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !isWhole })
    return 'utf-8'
  } catch (thrown) {
    if (thrown instanceof TypeError) return 'windows-1252'
    throw thrown
  }
}
