import { say } from '../../../shared/sentences/say.ts'
import { finding } from '../../../shared/finding-codes.ts'
import type { Finding } from '../../../shared/finding-codes.ts'
import { ByteReader, endOfContent } from './byte-reader.ts'

const binaryHeader = 0xc5_d0_d3_c6

/** Where the end mark of a whole drawing stands. */
const tailBytes = 2048

/** Checks EPS, also with the binary header that older Windows programs put before it. */
export function checkEps(bytes: Buffer): Finding[] {
  const reader = new ByteReader(bytes, 'big')
  if (!reader.has(0, 4) || reader.u32(0) !== binaryHeader) return checkPostScript(bytes)
  const header = new ByteReader(bytes, 'little')
  const parts = [4, 12, 20].map((at) => ({ offset: header.u32(at), length: header.u32(at + 4) }))
  if (!parts.every(({ offset, length }) => header.has(offset, length))) {
    return [finding('damaged', say('drawing_shorter'))]
  }
  const [drawing] = parts
  return drawing === undefined
    ? []
    : checkPostScript(bytes.subarray(drawing.offset, drawing.offset + drawing.length))
}

function checkPostScript(bytes: Buffer): Finding[] {
  if (!bytes.includes('%%BoundingBox')) {
    return [finding('damaged', say('drawing_without_size'))]
  }
  // Drawings define commands at their start, so an end mark counts only near the end.
  const end = endOfContent(bytes)
  const tail = bytes.toString('latin1', Math.max(0, end - tailBytes), end)
  const hasEnd = ['%%EOF', '%%Trailer', 'showpage'].some((mark) => tail.includes(mark))
  return hasEnd ? [] : [endMissing]
}

/** Some programs leave the end mark out, so a person may judge. */
const endMissing: Finding = {
  ...finding('damaged', say('drawing_without_end')),
  severity: 'warn',
}
