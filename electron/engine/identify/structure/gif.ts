import { say } from '../../../shared/sentences/say.ts'
import { finding } from '../../../shared/finding-codes.ts'
import type { Finding } from '../../../shared/finding-codes.ts'
import { ByteReader } from './byte-reader.ts'
import { checkPictureSize } from './picture-size.ts'

const extension = 0x21
const image = 0x2c
const trailer = 0x3b
const padding = 0x00

/** Walks a GIF's blocks to its trailer. */
export function checkGif(bytes: Buffer): Finding[] {
  const reader = new ByteReader(bytes, 'little')
  const oversize = checkPictureSize(reader.u16(6), reader.u16(8))
  let at = 13 + colourTableLength(reader.u8(10))
  let hasImage = false
  while (at < bytes.length) {
    switch (reader.u8(at)) {
      case trailer:
        return hasImage ? oversize : [finding('damaged', say('no_picture'))]
      case padding:
        at += 1
        break
      case extension:
        at = skipSubBlocks(reader, at + 2)
        break
      case image:
        hasImage = true
        at = skipSubBlocks(reader, at + 11 + colourTableLength(reader.u8(at + 9)))
        break
      default:
        return [finding('damaged', say('structure_broken'))]
    }
  }
  return [finding('damaged', say('picture_without_end'))]
}

/** Bytes of the colour table that a block's flags announce. */
function colourTableLength(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1)
}

/** The offset after a chain of sub-blocks, each with its length before it, ended by one of length 0. */
function skipSubBlocks(reader: ByteReader, from: number): number {
  let at = from
  for (;;) {
    const length = reader.u8(at)
    at += 1 + length
    if (length === 0) return at
  }
}
