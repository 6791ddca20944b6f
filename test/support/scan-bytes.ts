import { deflateSync, crc32 } from 'node:zlib'

export const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

const [widthPx, heightPx] = [640, 400]

/** One bit for each pixel, every line the same; it begins with the number of its filter. */
const linesOf = (eightPixels: number): Buffer =>
  deflateSync(
    Buffer.concat(
      Array.from({ length: heightPx }, () =>
        Buffer.from([0, ...Array<number>(widthPx / 8).fill(eightPixels)]),
      ),
    ),
  )

/** A valid striped PNG of 640 x 400 pixels; `seed` makes its content, and so its hash, different from every other. */
export function pngBytes(seed: string): Buffer {
  return pngOf(linesOf(0xf0), seed)
}

/** The same with nothing on it. */
export function blankPngBytes(seed: string): Buffer {
  return pngOf(linesOf(0xff), seed)
}

function pngOf(lines: Buffer, seed: string): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(widthPx, 0)
  header.writeUInt32BE(heightPx, 4)
  header.set([1, 0, 0, 0, 0], 8)
  return Buffer.concat([
    pngSignature,
    pngChunk('IHDR', header),
    pngChunk('tEXt', Buffer.from(`Comment\0${seed}`)),
    pngChunk('IDAT', lines),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

/** One part of a PNG, with its length and its check sum. */
export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
