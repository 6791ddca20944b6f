import { say } from '../../../shared/sentences/say.ts'
import { finding } from '../../../shared/finding-codes.ts'
import type { Finding } from '../../../shared/finding-codes.ts'
import { BrokenStructure, ByteReader } from './byte-reader.ts'

const segmentId = 0x18_53_80_67
const tracksId = 0x16_54_ae_6b
const clusterId = 0x1f_43_b6_75

interface Element {
  readonly id: number
  readonly bodyStart: number
  /** Null: the length was not known when it was written, as in a live recording. */
  readonly end: number | null
}

/** Walks a Matroska file's outer elements: a segment that is all there, with tracks and film data. */
export function checkMatroska(bytes: Buffer): Finding[] {
  const reader = new ByteReader(bytes, 'big')
  const header = readElement(reader, 0)
  const segment = findSegment(reader, header.end ?? bytes.length)
  if (segment === null) return [finding('damaged', say('no_film'))]
  if (segment.end !== null && segment.end > bytes.length) {
    return [finding('damaged', say('video_shorter'))]
  }
  const missing = new Set([tracksId, clusterId])
  for (const { id } of walkElements(reader, segment.bodyStart, segment.end ?? bytes.length))
    missing.delete(id)
  if (missing.has(tracksId)) return [finding('damaged', say('no_track_list'))]
  return missing.has(clusterId) ? [finding('damaged', say('no_film_data'))] : []
}

function findSegment(reader: ByteReader, start: number): Element | null {
  for (const element of walkElements(reader, start, reader.length)) {
    if (element.id === segmentId) return element
  }
  return null
}

/** The elements between two offsets, without those inside them; one of unknown length is the last. */
function* walkElements(reader: ByteReader, start: number, end: number): Generator<Element> {
  let at: number | null = start
  while (at !== null && at + 2 <= end) {
    const element = readElement(reader, at)
    yield element
    at = element.end
  }
}

function readElement(reader: ByteReader, at: number): Element {
  const idLength = lengthOfNumber(reader.u8(at))
  const sizeLength = lengthOfNumber(reader.u8(at + idLength))
  const id = readNumber(reader, at, idLength, reader.u8(at))
  // The bit that marks the length of the size is no part of the size. All other bits set mean: not known.
  const sizeMask = 2 ** (8 - sizeLength) - 1
  const size = readNumber(reader, at + idLength, sizeLength, reader.u8(at + idLength) & sizeMask)
  const bodyStart = at + idLength + sizeLength
  return { id, bodyStart, end: size >= 2 ** (7 * sizeLength) - 1 ? null : bodyStart + size }
}

/** The leading zero bits of the first byte say how many bytes follow it. */
function lengthOfNumber(firstByte: number): number {
  if (firstByte === 0) throw new BrokenStructure(say('structure_broken'))
  return Math.clz32(firstByte) - 23
}

/** A number of `length` bytes, the first of which is given. Inexact above 2^53, far beyond any file's end. */
function readNumber(reader: ByteReader, at: number, length: number, firstByte: number): number {
  let value = firstByte
  for (let index = 1; index < length; index += 1) value = value * 256 + reader.u8(at + index)
  return value
}
