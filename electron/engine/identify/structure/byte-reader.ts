import type { Sentence } from '../../../shared/sentences/told.ts'
import { say } from '../../../shared/sentences/say.ts'
/** The structure of a file contradicts itself or promises bytes that are not there. `sentence` is for people. */
export class BrokenStructure extends Error {
  readonly sentence: Sentence

  constructor(sentence: Sentence) {
    super(sentence.words)
    this.name = 'BrokenStructure'
    this.sentence = sentence
  }
}

/** What `read` gives, or `fallback` where the structure does not hold: for looks that come before the check. */
export function unlessBroken<Value>(fallback: Value, read: () => Value): Value {
  try {
    return read()
  } catch (thrown) {
    if (thrown instanceof BrokenStructure) return fallback
    throw thrown
  }
}

/** Reads numbers and short texts at offsets, and throws `BrokenStructure` rather than read past the end. */
export class ByteReader {
  readonly length: number
  readonly #bytes: Buffer
  readonly #view: DataView
  readonly #littleEndian: boolean

  constructor(bytes: Buffer, byteOrder: 'big' | 'little') {
    this.length = bytes.length
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#littleEndian = byteOrder === 'little'
  }

  /** True when `count` bytes stand at `offset`. */
  has(offset: number, count: number): boolean {
    return offset >= 0 && offset + count <= this.length
  }

  u8(offset: number): number {
    this.#need(offset, 1)
    return this.#view.getUint8(offset)
  }

  u16(offset: number): number {
    this.#need(offset, 2)
    return this.#view.getUint16(offset, this.#littleEndian)
  }

  u32(offset: number): number {
    this.#need(offset, 4)
    return this.#view.getUint32(offset, this.#littleEndian)
  }

  /** Exact up to 2^53; what lies above is far beyond the end of any file, and that is all callers ask. */
  u64(offset: number): number {
    this.#need(offset, 8)
    return Number(this.#view.getBigUint64(offset, this.#littleEndian))
  }

  /** `count` bytes as text, one character for each byte. */
  text(offset: number, count: number): string {
    this.#need(offset, count)
    return this.#bytes.toString('latin1', offset, offset + count)
  }

  #need(offset: number, count: number): void {
    if (!this.has(offset, count)) throw new BrokenStructure(say('breaks_off'))
  }
}

/** The end of what was written: copies that reserve space leave zeros behind it, and some programs blanks. */
export function endOfContent(bytes: Buffer): number {
  let end = bytes.length
  while (end > 0 && isPadding(bytes[end - 1])) end -= 1
  return end
}

function isPadding(byte: number | undefined): boolean {
  return byte === 0x00 || byte === 0x0a || byte === 0x0d || byte === 0x20
}
