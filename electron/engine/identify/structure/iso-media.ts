import { say } from '../../../shared/sentences/say.ts'
import { finding } from '../../../shared/finding-codes.ts'
import type { Finding } from '../../../shared/finding-codes.ts'
import { ByteReader, unlessBroken } from './byte-reader.ts'

/** Boxes that hold further boxes on the way to what is read here. */
const containers = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl'])

interface Box {
  readonly type: string
  readonly bodyStart: number
  readonly end: number
}

/** Checks MP4 and QuickTime: boxes that fit into one another, a `moov` with a track, film data, and every chunk in the file. */
export function checkIsoMedia(bytes: Buffer): Finding[] {
  const broken = checkIsoMediaBoxes(bytes)
  if (broken.length > 0) return broken
  const reader = new ByteReader(bytes, 'big')
  let [hasData, hasTrack] = [false, false]
  for (const box of walkBoxes(reader)) {
    if (box.type === 'mdat') hasData = true
    // Old QuickTime files may have their whole directory compressed.
    if (box.type === 'trak' || box.type === 'cmov') hasTrack = true
    if ((box.type === 'stco' || box.type === 'co64') && pointsBeyond(reader, box)) {
      return [finding('damaged', say('video_without_data'))]
    }
  }
  if (!hasTrack) return [finding('damaged', say('no_track'))]
  return hasData ? [] : [finding('damaged', say('no_film_data'))]
}

/** Checks only that the outer boxes fit the file and that the one with the directory is there. */
export function checkIsoMediaBoxes(bytes: Buffer): Finding[] {
  const reader = new ByteReader(bytes, 'big')
  let hasDirectory = false
  let at = 0
  while (reader.has(at, 8)) {
    const box = readBox(reader, at)
    if (box === null) break
    if (box.end > bytes.length) {
      return [finding('damaged', say('breaks_off_in_part', { part: printable(box.type) }))]
    }
    if (box.type === 'moov') hasDirectory = true
    at = box.end
  }
  return hasDirectory ? [] : [finding('damaged', say('video_unfinished'))]
}

/**
 * `picture` when a track holds moving pictures, `sound` when there are only others, `unknown` where that cannot be
 * told.
 */
export function readTrackKinds(bytes: Buffer): 'picture' | 'sound' | 'unknown' {
  return unlessBroken('unknown', () => {
    const reader = new ByteReader(bytes, 'big')
    const handlers = new Set<string>()
    for (const box of walkBoxes(reader)) {
      if (box.type === 'hdlr') handlers.add(reader.text(box.bodyStart + 8, 4))
    }
    if (handlers.has('vide')) return 'picture'
    return handlers.has('soun') ? 'sound' : 'unknown'
  })
}

/** Every box, outer ones before those inside. Stops where the structure does not hold. */
function* walkBoxes(reader: ByteReader): Generator<Box> {
  let at = 0
  while (reader.has(at, 8)) {
    const box = readBox(reader, at)
    if (box === null) return
    yield box
    at = containers.has(box.type) ? box.bodyStart : box.end
  }
}

/** The box at an offset, or null where no box can stand (four zero bytes end some QuickTime files). */
function readBox(reader: ByteReader, at: number): Box | null {
  const shortLength = reader.u32(at)
  const type = reader.text(at + 4, 4)
  if (shortLength === 0) return type === '\0\0\0\0' ? null : { type, bodyStart: at + 8, end: reader.length }
  if (shortLength !== 1) return shortLength < 8 ? null : { type, bodyStart: at + 8, end: at + shortLength }
  const length = reader.u64(at + 8)
  return length < 16 ? null : { type, bodyStart: at + 16, end: at + length }
}

/** True when a table of chunk offsets points beyond the end of the file. */
function pointsBeyond(reader: ByteReader, box: Box): boolean {
  const width = box.type === 'co64' ? 8 : 4
  const count = Math.min(reader.u32(box.bodyStart + 4), Math.floor((box.end - box.bodyStart - 8) / width))
  for (let index = 0; index < count; index += 1) {
    const at = box.bodyStart + 8 + index * width
    const offset = width === 8 ? reader.u64(at) : reader.u32(at)
    if (offset >= reader.length) return true
  }
  return false
}

function printable(type: string): string {
  return type.replace(/[^\x20-\x7e]/gu, '?')
}
