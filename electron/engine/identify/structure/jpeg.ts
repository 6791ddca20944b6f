import { say } from '../../../shared/sentences/say.ts'
import { finding } from '../../../shared/finding-codes.ts'
import type { Finding } from '../../../shared/finding-codes.ts'
import { ByteReader } from './byte-reader.ts'
import { checkPictureSize } from './picture-size.ts'

const startOfImage = 0xd8
const endOfImage = 0xd9
const startOfScan = 0xda
const temporary = 0x01

const endMark = Buffer.from([0xff, endOfImage])

/**
 * Walks a JPEG's segments to its picture data and looks for the end mark behind it. Segments are skipped by their
 * length, so the end mark of a thumbnail inside one does not count; and picture data cannot hold one, because an
 * FF in it is always followed by 00. What follows the end mark (more pictures, a phone's extras) is not judged.
 */
export function checkJpeg(bytes: Buffer): Finding[] {
  const reader = new ByteReader(bytes, 'big')
  let findings: Finding[] = []
  let at = 2
  for (;;) {
    at = findMarker(bytes, at)
    const marker = bytes[at]
    if (marker === undefined || marker === endOfImage) return [finding('damaged', say('no_picture'))]
    at += 1
    if (marker === startOfImage || marker === temporary) continue
    const length = reader.u16(at)
    if (length < 2 || !reader.has(at, length)) {
      return [finding('damaged', say('picture_cut_in_header'))]
    }
    // A height of 0 is allowed here: it then follows the picture.
    if (isFrame(marker)) findings = checkPictureSize(reader.u16(at + 5), reader.u16(at + 3) || 1)
    at += length
    if (marker !== startOfScan) continue
    const hasEnd = bytes.includes(endMark, at)
    return hasEnd ? findings : [finding('damaged', say('picture_without_end'))]
  }
}

/** Where the code of the next marker stands, past stray bytes, as decoders do; the length where there is none. */
export function findMarker(bytes: Buffer, from: number): number {
  let at = from
  while (at < bytes.length) {
    if (bytes[at++] !== 0xff) continue
    while (bytes[at] === 0xff) at += 1
    if (bytes[at] !== 0x00) return at
  }
  return bytes.length
}

/** Frame headers are C0 to CF, without the three codes in between that mean tables and extensions. */
export function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}
