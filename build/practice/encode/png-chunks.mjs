import { crc32, deflateSync } from 'node:zlib'

function chunk(type, data) {
  const name = Buffer.from(type, 'latin1')
  const bytes = Buffer.alloc(8 + data.length + 4)
  bytes.writeUInt32BE(data.length, 0)
  name.copy(bytes, 4)
  data.copy(bytes, 8)
  bytes.writeUInt32BE(crc32(Buffer.concat([name, data])), 8 + data.length)
  return bytes
}

/** A white PNG of one bit per pixel, however large its sides. @param {number} width @param {number} height */
export function makeBlankPng(width, height) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  const rows = Buffer.alloc((Math.ceil(width / 8) + 1) * height)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
