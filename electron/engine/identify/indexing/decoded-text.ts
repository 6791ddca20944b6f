import { isAscii } from 'node:buffer'
import { TextDecoder } from 'node:util'
import type { IndexSettings } from '../../../shared/settings/index-file.ts'
import { encodingOfLetters, encodingOfMark, encodingOfZeros } from './text-encoding.ts'
import type { TextEncoding } from './text-encoding.ts'

/** A stretch of text, and what is known of the file when it is given out. */
export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncoding
  /** How much of the file has been read. */
  readonly bytesRead: number
}

/** So many bytes decide about the encoding, and are worked on at a time. */
const pieceBytes = 65_536

/**
 * Text out of bytes, a piece at a time. With `auto` the encoding is found out: by a mark, by the zeros of UTF-16, and
 * else by the first letters beyond ASCII, wherever in the file they are: what comes before them is the same in UTF-8
 * and in Windows-1252. What an encoding does not have becomes U+FFFD.
 */
export async function* decodeText(
  source: AsyncIterable<Uint8Array>,
  wanted: IndexSettings['encoding'],
): AsyncGenerator<DecodedText, void, undefined> {
  const reader = new TextReader(wanted)
  let bytesRead = 0
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; at += pieceBytes) {
      const piece = chunk.subarray(at, at + pieceBytes)
      bytesRead += piece.length
      const text = reader.push(piece)
      if (text !== '') yield { text, encoding: reader.encoding, bytesRead }
    }
  }
  yield { text: reader.end(), encoding: reader.encoding, bytesRead }
}

/** Decodes the whole of a small file. */
export function decodeWhole(
  bytes: Uint8Array,
  wanted: IndexSettings['encoding'],
): Omit<DecodedText, 'bytesRead'> {
  const reader = new TextReader(wanted)
  const text = reader.push(bytes) + reader.end()
  return { text, encoding: reader.encoding }
}

class TextReader {
  #encoding: TextEncoding | null
  #decoder: TextDecoder | null
  #isBeginning = true
  #held: Uint8Array[] = []
  #heldBytes = 0

  constructor(wanted: IndexSettings['encoding']) {
    this.#encoding = wanted === 'auto' ? null : wanted
    this.#decoder = wanted === 'auto' ? null : new TextDecoder(wanted)
  }

  /** Text that held nothing but ASCII so far counts as UTF-8. */
  get encoding(): TextEncoding {
    return this.#encoding ?? 'utf-8'
  }

  push(bytes: Uint8Array): string {
    if (this.#decoder !== null) return this.#decoder.decode(bytes, { stream: true })
    this.#held.push(bytes)
    this.#heldBytes += bytes.length
    return this.#heldBytes < pieceBytes ? '' : this.#release(false)
  }

  end(): string {
    const last = this.#decoder === null ? this.#release(true) : ''
    return last + (this.#decoder?.decode() ?? '')
  }

  #release(isWhole: boolean): string {
    const bytes = Buffer.concat(this.#held)
    this.#held = []
    this.#heldBytes = 0
    const marked = this.#isBeginning ? (encodingOfMark(bytes) ?? encodingOfZeros(bytes)) : null
    this.#isBeginning = false
    if (marked !== null) return this.#decide(marked, bytes)
    if (isAscii(bytes)) return bytes.toString('latin1')
    const letters = bytes.subarray(bytes.findIndex((byte) => byte >= 0x80))
    const plain = bytes.toString('latin1', 0, bytes.length - letters.length)
    if (isWhole || letters.length >= pieceBytes) {
      return plain + this.#decide(encodingOfLetters(letters, isWhole), letters)
    }
    this.#held = [letters]
    this.#heldBytes = letters.length
    return plain
  }

  #decide(encoding: TextEncoding, bytes: Uint8Array): string {
    this.#encoding = encoding
    this.#decoder = new TextDecoder(encoding)
    return this.#decoder.decode(bytes, { stream: true })
  }
}
