import { say } from '../../../shared/sentences/say.ts'
import { crc32 } from 'node:zlib'
import { finding } from '../../../shared/finding-codes.ts'
import type { Finding } from '../../../shared/finding-codes.ts'
import { ByteReader } from './byte-reader.ts'
import { checkPictureSize } from './picture-size.ts'

const signatureLength = 8
/** Length and type before a chunk's data, checksum after it. */
const frameLength = 12

/** Walks a PNG's chunks to `IEND`. Checksums count for the chunks that a picture cannot do without. */
export function checkPng(bytes: Buffer): Finding[] {
  const reader = new ByteReader(bytes, 'big')
  let at = signatureLength
  let hasData = false
  let oversize: Finding[] = []
  while (reader.has(at, frameLength)) {
    const length = reader.u32(at)
    const type = reader.text(at + 4, 4)
    if (!reader.has(at, frameLength + length)) {
      return [finding('damaged', say(isPictureData(type) ? 'picture_cut_in_data' : 'picture_cut_in_header'))]
    }
    if (isCritical(type)) {
      const checksum = crc32(bytes.subarray(at + 4, at + 8 + length))
      if (checksum !== reader.u32(at + 8 + length)) {
        return [finding('damaged', say('picture_checksum'))]
      }
    }
    if (at === signatureLength) {
      if (type !== 'IHDR' || length !== 13) return [finding('damaged', say('picture_without_header'))]
      oversize = checkPictureSize(reader.u32(at + 8), reader.u32(at + 12))
    }
    if (type === 'IDAT') hasData = true
    if (type === 'IEND') return hasData ? oversize : [finding('damaged', say('no_picture'))]
    at += frameLength + length
  }
  return [finding('damaged', say('picture_without_end'))]
}

function isPictureData(type: string): boolean {
  return type === 'IDAT' || type === 'fdAT'
}

/** The case of the first letter says whether a decoder may ignore the chunk. */
function isCritical(type: string): boolean {
  const first = type.charCodeAt(0)
  return first >= 0x41 && first <= 0x5a
}
