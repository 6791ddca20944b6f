/** What a text can be read as; the first four are found by themselves. */
export const textEncodings = [
  'UTF-8',
  'UTF-16 LE',
  'UTF-16 BE',
  'Latin-1',
  'Latin-2',
  'Cyrillic',
  'Greek',
  'Turkish',
  'Mac Roman',
] as const
export type TextEncoding = (typeof textEncodings)[number]

export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncoding
}

const decoderLabels: Readonly<Record<TextEncoding, string>> = {
  'UTF-8': 'utf-8',
  'UTF-16 LE': 'utf-16le',
  'UTF-16 BE': 'utf-16be',
  'Latin-1': 'windows-1252',
  'Latin-2': 'windows-1250',
  Cyrillic: 'windows-1251',
  Greek: 'windows-1253',
  Turkish: 'windows-1254',
  'Mac Roman': 'macintosh',
}

/**
 * Reads bytes as text: by their byte order mark, else as UTF-16 when every other byte is zero, else as UTF-8
 * when they are valid UTF-8, else as Latin-1 (in its Windows form, as the web does).
 * `cut` says that the bytes may end within a character.
 */
export function decodeText(bytes: Uint8Array, cut: boolean): DecodedText {
  const encoding =
    encodingByMark(bytes) ?? encodingByZeros(bytes) ?? (isUtf8(bytes, cut) ? 'UTF-8' : 'Latin-1')
  return { text: readAs(bytes, encoding, cut), encoding }
}

/** Reads bytes as text of one encoding; what it does not know becomes a replacement character. */
export function readAs(bytes: Uint8Array, encoding: TextEncoding, cut: boolean): string {
  return new TextDecoder(decoderLabels[encoding]).decode(bytes, { stream: cut })
}

function encodingByMark(bytes: Uint8Array): TextEncoding | undefined {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'UTF-8'
  if (first === 0xff && second === 0xfe) return 'UTF-16 LE'
  if (first === 0xfe && second === 0xff) return 'UTF-16 BE'
  return undefined
}

/** Western text in UTF-16 has a zero in nearly every character, always on the same side. */
function encodingByZeros(bytes: Uint8Array): TextEncoding | undefined {
  const sample = bytes.subarray(0, 4_096)
  const pairs = Math.floor(sample.length / 2)
  if (pairs === 0) return undefined
  let even = 0
  let odd = 0
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue
    if (index % 2 === 0) even += 1
    else odd += 1
  }
  if (odd > pairs * 0.4 && even < pairs * 0.1) return 'UTF-16 LE'
  if (even > pairs * 0.4 && odd < pairs * 0.1) return 'UTF-16 BE'
  return undefined
}

function isUtf8(bytes: Uint8Array, cut: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut })
    return true
  } catch {
    return false
  }
}
