/** Little-endian TIFF fields: type number and size of one value. */
const types = {
  byte: [1, 1],
  ascii: [2, 1],
  short: [3, 2],
  long: [4, 4],
  rational: [5, 8],
  srational: [10, 8],
}

/** @typedef {{ tag: number, type: keyof typeof types, values: number[] | string }} Field */

const fraction = 10_000

function encodeValues(type, values) {
  if (type === 'ascii') return Buffer.from(`${values}\0`, 'latin1')
  const [, size] = types[type]
  const bytes = Buffer.alloc(values.length * size)
  values.forEach((value, index) => {
    const at = index * size
    if (type === 'byte') bytes.writeUInt8(value, at)
    else if (type === 'short') bytes.writeUInt16LE(value, at)
    else if (type === 'long') bytes.writeUInt32LE(value, at)
    else {
      bytes.writeInt32LE(Math.round(value * fraction), at)
      bytes.writeInt32LE(fraction, at + 4)
    }
  })
  return bytes
}

/**
 * One image file directory. Values longer than four bytes follow it.
 * @param {Field[]} fields
 * @param {number} offset where the directory will stand in the file
 * @returns {Buffer}
 */
export function encodeDirectory(fields, offset) {
  const sorted = [...fields].sort((left, right) => left.tag - right.tag)
  const head = Buffer.alloc(2 + sorted.length * 12 + 4)
  head.writeUInt16LE(sorted.length, 0)
  const tail = []
  let next = offset + head.length
  sorted.forEach(({ tag, type, values }, index) => {
    const [number, size] = types[type]
    const bytes = encodeValues(type, values)
    const at = 2 + index * 12
    head.writeUInt16LE(tag, at)
    head.writeUInt16LE(number, at + 2)
    head.writeUInt32LE(bytes.length / size, at + 4)
    if (bytes.length <= 4) {
      bytes.copy(head, at + 8)
      return
    }
    head.writeUInt32LE(next, at + 8)
    const padded = bytes.length % 2 ? Buffer.concat([bytes, Buffer.alloc(1)]) : bytes
    tail.push(padded)
    next += padded.length
  })
  return Buffer.concat([head, ...tail])
}
