import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'

/** A directory chain that goes on for longer than this leads nowhere. */
const maxPages = 10_000

/**
 * How many pages a TIFF has, by following its directories without decoding any: 12 bytes of each are read. A chain
 * that ends nowhere or in a circle ends at its last whole directory. At least 1.
 * Source: TIFF 6.0, section 2; BigTIFF as libtiff describes it.
 */
export async function countTiffPages(path: string): Promise<number> {
  const file = await open(path, 'r')
  try {
    return await followDirectories(file)
  } finally {
    await file.close()
  }
}

async function followDirectories(file: FileHandle): Promise<number> {
  const header = await readAt(file, 0, 16)
  const isBig = header !== null && [0x2b00, 0x002b].includes(header.readUInt16BE(2))
  if (header === null) return 1
  const littleEndian = header.toString('latin1', 0, 2) === 'II'
  const numbers = { littleEndian, isBig }
  let offset = isBig ? readOffset(header, 8, numbers) : readOffset(header, 4, numbers)
  const seen = new Set<number>()
  while (offset !== 0 && !seen.has(offset) && seen.size < maxPages) {
    const next = await readNextOffset(file, offset, numbers)
    if (next === null) break
    seen.add(offset)
    offset = next
  }
  return Math.max(1, seen.size)
}

interface TiffNumbers {
  readonly littleEndian: boolean
  readonly isBig: boolean
}

/** The offset that stands behind a directory's entries; null where the file ends before it. */
async function readNextOffset(file: FileHandle, at: number, numbers: TiffNumbers): Promise<number | null> {
  const countLength = numbers.isBig ? 8 : 2
  const counted = await readAt(file, at, countLength)
  if (counted === null) return null
  const count = numbers.isBig ? readOffset(counted, 0, numbers) : readShort(counted, numbers)
  const next = await readAt(file, at + countLength + count * (numbers.isBig ? 20 : 12), numbers.isBig ? 8 : 4)
  return next === null ? null : readOffset(next, 0, numbers)
}

function readShort(bytes: Buffer, { littleEndian }: TiffNumbers): number {
  return littleEndian ? bytes.readUInt16LE(0) : bytes.readUInt16BE(0)
}

/** No file that Intray takes is longer than a number can say: a larger offset leads beyond its end. */
function readOffset(bytes: Buffer, at: number, { littleEndian, isBig }: TiffNumbers): number {
  if (!isBig) return littleEndian ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)
  const offset = littleEndian ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at)
  return Number(offset > BigInt(Number.MAX_SAFE_INTEGER) ? 0n : offset)
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer | null> {
  if (!Number.isSafeInteger(at)) return null
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await file.read(bytes, 0, length, at)
  return bytesRead === length ? bytes : null
}
