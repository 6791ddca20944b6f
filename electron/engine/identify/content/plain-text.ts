import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import { isUtf8 } from 'node:buffer'

/** Why bytes are not plain text, or the beginning of the text that they are. */
export type TextReading =
  { readonly isText: true; readonly beginning: string } | { readonly isText: false; readonly why: Sentence }

/** How much of a text is looked at to tell whether it is a page or a script in disguise. */
const beginningLength = 1024

/** Bytes that no code page assigns to a character (Windows-1252, the superset of Latin-1). */
const unassigned = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

/** More foreign letters than this and the bytes are another code page's letters, or no text at all. */
const maxForeignShare = 0.3

const controlCharacters = { isText: false, why: say('text_control_characters') } as const
const otherCodePage = { isText: false, why: say('text_encoding_unknown') } as const

/** 1 for a byte that no text holds: NUL and control characters besides tab, line feed, form feed and return. */
const isForbidden = Uint8Array.from({ length: 256 }, (_, byte) =>
  (byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte)) || byte === 0x7f ? 1 : 0,
)

/**
 * Tells plain text from everything else: valid UTF-8, UTF-16 with its byte order mark, or plausible
 * Latin-1 (as Windows extends it).
 *
 * @param isWhole false when `bytes` are only the beginning of a file, which may end inside a character
 */
export function readPlainText(bytes: Buffer, isWhole: boolean): TextReading {
  const mark = bytes.length < 2 ? 0 : bytes.readUInt16BE(0)
  if (mark === 0xfffe) return readUtf16(bytes, 'utf-16le', isWhole)
  if (mark === 0xfeff) return readUtf16(bytes, 'utf-16be', isWhole)
  if (holdsForbidden(bytes)) return controlCharacters
  if (isUtf8(isWhole ? bytes : withoutBrokenEnd(bytes))) {
    return { isText: true, beginning: bytes.toString('utf8', 0, beginningLength) }
  }
  if (isPlausibleLatin1(bytes))
    return { isText: true, beginning: bytes.toString('latin1', 0, beginningLength) }
  return otherCodePage
}

/** A plain loop: `some` calls a function for each byte, which is a large part of looking into a scan. */
function holdsForbidden(bytes: Buffer): boolean {
  for (const byte of bytes) if (isForbidden[byte] === 1) return true
  return false
}

/** Without the last, perhaps unfinished, character of at most four bytes. */
function withoutBrokenEnd(bytes: Buffer): Buffer {
  let end = bytes.length
  while (end > 0 && bytes.length - end < 3 && isContinuation(bytes[end - 1])) end -= 1
  return bytes.subarray(0, Math.max(0, end - 1))
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80
}

function isPlausibleLatin1(bytes: Buffer): boolean {
  let foreign = 0
  for (const byte of bytes) {
    if (byte < 0x80) continue
    if (unassigned.has(byte)) return false
    foreign += 1
  }
  return foreign <= bytes.length * maxForeignShare
}

function readUtf16(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be', isWhole: boolean): TextReading {
  if (isWhole && bytes.length % 2 === 1) return { isText: false, why: say('text_cut_in_half') }
  try {
    // A beginning may end between the two halves of a character: `stream` lets it.
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !isWhole })
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    if (/[\0-\x08\x0b\x0e-\x1f\x7f]/.test(text)) return controlCharacters
    return { isText: true, beginning: text.slice(0, beginningLength) }
  } catch (thrown) {
    if (thrown instanceof TypeError) return { isText: false, why: say('text_broken') }
    throw thrown
  }
}
