import { say } from '../../../shared/sentences/say.ts'
import { finding } from '../../../shared/finding-codes.ts'
import type { Finding } from '../../../shared/finding-codes.ts'
import { BrokenStructure, ByteReader, unlessBroken } from './byte-reader.ts'

/** Object ids of the Advanced Systems Format, as their bytes stand in a file. */
const headerObject = '3026b2758e66cf11a6d900aa0062ce6c'
const dataObject = '3626b2758e66cf11a6d900aa0062ce6c'
const filePropertiesObject = 'a1dcab8c47a9cf118ee400c00c205365'
const streamPropertiesObject = '9107dcb7b7a9cf118ee600c00c205365'
const videoStream = 'c0ef19bc4d5bcf11a8fd00805f5c442b'
const audioStream = '409e69f84d5bcf11a8fd00805f5c442b'

interface AsfObject {
  readonly id: string
  readonly bodyStart: number
  readonly end: number
}

/** Checks Windows Media: a whole header, and as many bytes as it announces. */
export function checkAsf(bytes: Buffer): Finding[] {
  const reader = new ByteReader(bytes, 'little')
  const header = readObject(reader, 0)
  if (header.id !== headerObject) return [finding('damaged', say('video_without_header'))]
  if (header.end > bytes.length) return [finding('damaged', say('video_cut_in_header'))]
  const properties = readHeaderObjects(reader, header).find(({ id }) => id === filePropertiesObject)
  if (properties === undefined) return [finding('damaged', say('video_header_incomplete'))]
  // A live recording does not know its length and leaves it 0.
  const length = reader.u64(properties.bodyStart + 16)
  if (length > bytes.length) {
    return [finding('damaged', say('video_shorter'))]
  }
  const hasData = readObjects(reader, header.end, length || bytes.length).some(({ id }) => id === dataObject)
  return hasData ? [] : [finding('damaged', say('no_film_data'))]
}

/**
 * `picture` when a stream holds moving pictures, `sound` when there are only others, `unknown` where that cannot be
 * told.
 */
export function readStreamKinds(bytes: Buffer): 'picture' | 'sound' | 'unknown' {
  return unlessBroken('unknown', () => {
    const reader = new ByteReader(bytes, 'little')
    const kinds = readHeaderObjects(reader, readObject(reader, 0))
      .filter(({ id }) => id === streamPropertiesObject)
      .map(({ bodyStart }) => readId(reader, bodyStart))
    if (kinds.includes(videoStream)) return 'picture'
    return kinds.includes(audioStream) ? 'sound' : 'unknown'
  })
}

function readHeaderObjects(reader: ByteReader, header: AsfObject): AsfObject[] {
  return readObjects(reader, header.bodyStart + 6, header.end)
}

function readObjects(reader: ByteReader, start: number, end: number): AsfObject[] {
  const objects: AsfObject[] = []
  let at = start
  while (at + 24 <= end && reader.has(at, 24)) {
    const object = readObject(reader, at)
    objects.push(object)
    at = object.end
  }
  return objects
}

function readObject(reader: ByteReader, at: number): AsfObject {
  const length = reader.u64(at + 16)
  if (length < 24) throw new BrokenStructure(say('structure_broken'))
  return { id: readId(reader, at), bodyStart: at + 24, end: at + length }
}

function readId(reader: ByteReader, at: number): string {
  return Buffer.from(reader.text(at, 16), 'latin1').toString('hex')
}
