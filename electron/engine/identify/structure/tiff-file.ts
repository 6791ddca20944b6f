import { say } from '../../../shared/sentences/say.ts'
import { BrokenStructure, ByteReader } from './byte-reader.ts'

export const tiffTags = {
  width: 256,
  height: 257,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  stripOffsets: 273,
  samplesPerPixel: 277,
  stripByteCounts: 279,
  tileOffsets: 324,
  tileByteCounts: 325,
  subDirectories: 330,
  jpegOffset: 513,
  jpegByteCount: 514,
  dngVersion: 50_706,
} as const

/** Bytes of one value, by field type. */
const valueLengths: Readonly<Record<number, number>> = {
  ...{
    1: 1,
    2: 1,
    3: 2,
    4: 4,
    5: 8,
    6: 1,
    7: 1,
    8: 2,
    9: 4,
    10: 8,
    11: 4,
    12: 8,
    13: 4,
    16: 8,
    17: 8,
    18: 8,
  },
}

/** Field types that hold whole numbers without a sign. */
const numberTypes = new Set([1, 3, 4, 13, 16, 18])

/** Tags below are the standard's own; makers put what they like into those above. */
const firstPrivateTag = 32_768

interface TiffEntry {
  readonly type: number
  readonly count: number
  /** Where the field with the value, or with the offset of the values, stands. */
  readonly at: number
}

export interface TiffDirectory {
  readonly entries: ReadonlyMap<number, TiffEntry>
  /** Offset of the next directory; 0 after the last one, null where the file ends before it. */
  readonly next: number | null
}

/**
 * A TIFF's directories and numbers, classic and BigTIFF. Camera makers use the same structure under other
 * version numbers. Reading costs at most a step for each byte of the file: tangled directories, made to be read
 * over and over, throw `BrokenStructure`.
 */
export class TiffFile {
  readonly length: number
  readonly firstDirectory: number
  readonly #reader: ByteReader
  readonly #isBig: boolean
  #stepsLeft: number

  constructor(bytes: Buffer) {
    this.length = bytes.length
    this.#stepsLeft = bytes.length
    this.#reader = new ByteReader(bytes, bytes[0] === 0x4d ? 'big' : 'little')
    this.#isBig = this.#reader.u16(2) === 43
    this.firstDirectory = this.#isBig ? this.#reader.u64(8) : this.#reader.u32(4)
  }

  readDirectory(offset: number): TiffDirectory {
    const entryLength = this.#isBig ? 20 : 12
    const count = this.#isBig ? this.#reader.u64(offset) : this.#reader.u16(offset)
    const start = offset + (this.#isBig ? 8 : 2)
    const end = start + count * entryLength
    if (!this.#reader.has(start, count * entryLength)) {
      throw new BrokenStructure(say('picture_without_directory'))
    }
    const entries = new Map<number, TiffEntry>()
    this.#spend(count)
    for (let at = start; at < end; at += entryLength) {
      const valueCount = this.#isBig ? this.#reader.u64(at + 4) : this.#reader.u32(at + 4)
      entries.set(this.#reader.u16(at), { type: this.#reader.u16(at + 2), count: valueCount, at })
    }
    const hasNext = this.#reader.has(end, this.#isBig ? 8 : 4)
    return { entries, next: hasNext ? this.#readOffset(end) : null }
  }

  /** The numbers of a field; empty when the directory lacks it or it holds no whole numbers. */
  readNumbers(directory: TiffDirectory, tag: number): number[] {
    const entry = directory.entries.get(tag)
    if (entry === undefined || !numberTypes.has(entry.type)) return []
    const { start, length } = this.#locate(entry)
    if (!this.#reader.has(start, entry.count * length)) {
      throw new BrokenStructure(say('picture_cut_in_directory'))
    }
    this.#spend(entry.count)
    return Array.from({ length: entry.count }, (_, index) => this.#readNumber(start + index * length, length))
  }

  /** True when the value of every standard field lies within the file. */
  holdsValues(directory: TiffDirectory): boolean {
    return [...directory.entries].every(([tag, entry]) => {
      const { start, length } = this.#locate(entry)
      return tag >= firstPrivateTag || this.#reader.has(start, entry.count * length)
    })
  }

  /** Where the values of a field are, and how long each is: in the field itself if they fit there. */
  #locate({ type, count, at }: TiffEntry): { readonly start: number; readonly length: number } {
    const length = valueLengths[type] ?? 0
    const field = at + (this.#isBig ? 12 : 8)
    const isInline = count * length <= (this.#isBig ? 8 : 4)
    return { start: isInline ? field : this.#readOffset(field), length }
  }

  #readNumber(at: number, length: number): number {
    if (length === 1) return this.#reader.u8(at)
    if (length === 2) return this.#reader.u16(at)
    return length === 4 ? this.#reader.u32(at) : this.#reader.u64(at)
  }

  #readOffset(at: number): number {
    return this.#isBig ? this.#reader.u64(at) : this.#reader.u32(at)
  }

  #spend(steps: number): void {
    this.#stepsLeft -= steps
    if (this.#stepsLeft < 0) throw new BrokenStructure(say('directories_tangled'))
  }
}
