import { say } from '../../../shared/sentences/say.ts'
import { finding } from '../../../shared/finding-codes.ts'
import type { Finding } from '../../../shared/finding-codes.ts'
import { ByteReader } from './byte-reader.ts'

/** What recorders leave as the length when they cannot go back to write it. */
const unknownLengths = new Set([0, 0xff_ff_ff_ff])

/** Walks an AVI's outer chunks: all there, the header and the film data among them. */
export function checkAvi(bytes: Buffer): Finding[] {
  const reader = new ByteReader(bytes, 'little')
  const length = reader.u32(4)
  const isLengthKnown = !unknownLengths.has(length)
  if (isLengthKnown && 8 + length > bytes.length + 1) {
    return [finding('damaged', say('video_shorter'))]
  }
  const end = isLengthKnown ? 8 + length : bytes.length
  const missing = new Set(['hdrl', 'movi'])
  let at = 12
  while (at + 8 < end && reader.has(at, 12)) {
    const id = reader.text(at, 4)
    if (id === '\0\0\0\0') return [finding('damaged', say('video_zeros'))]
    if (id === 'LIST') missing.delete(reader.text(at + 8, 4))
    const chunkLength = reader.u32(at + 4)
    at += 8 + chunkLength + (chunkLength % 2)
  }
  if (missing.has('hdrl')) return [finding('damaged', say('video_without_header'))]
  if (missing.has('movi')) return [finding('damaged', say('no_film_data'))]
  return isLengthKnown ? [] : [lengthMissing]
}

/** Such a recording plays as far as it goes, so a person may judge it. */
const lengthMissing: Finding = {
  ...finding('damaged', say('video_without_length')),
  severity: 'warn',
}
