import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findEmbeddedJpeg } from '../../../electron/engine/media/embedded-jpeg.ts'

const fixtures = join(import.meta.dirname, '../../fixtures')
const small = readFileSync(join(fixtures, 'turned-by-exif.jpg'))
const large = readFileSync(join(fixtures, 'valid.jpg'))

/** A lossless frame, as makers use it for sensor data: marker C3 in place of C0. */
function lossless(): Buffer {
  const bytes = Buffer.from(large)
  const frame = bytes.findIndex(
    (byte, at) => byte === 0xff && (bytes[at + 1] === 0xc0 || bytes[at + 1] === 0xc2),
  )
  bytes[frame + 1] = 0xc3
  return bytes
}

describe('the JPEG inside a camera’s file', () => {
  it('is found wherever it is, from its first byte to its last', () => {
    const found = findEmbeddedJpeg(Buffer.concat([Buffer.alloc(77, 0xff), large, Buffer.alloc(99, 7)]))
    expect(found?.bytes.equals(large)).toBe(true)
    expect(found).toMatchObject({ widthPx: 160, heightPx: 160 })
  })

  it('is the largest of several', () => {
    expect(findEmbeddedJpeg(Buffer.concat([small, large]))?.bytes.equals(large)).toBe(true)
    expect(findEmbeddedJpeg(Buffer.concat([large, small]))?.bytes.equals(large)).toBe(true)
  })

  it('is not one that breaks off, nor sensor data in lossless form', () => {
    expect(findEmbeddedJpeg(large.subarray(0, -40))).toBeUndefined()
    expect(findEmbeddedJpeg(lossless())).toBeUndefined()
    expect(findEmbeddedJpeg(Buffer.concat([large.subarray(0, -40), small]))?.bytes.equals(small)).toBe(true)
  })

  it('is looked for in any bytes without a failure', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.uint8Array({ maxLength: 40 }),
        fc.constantFrom(
          Uint8Array.of(0xff, 0xd8, 0xff),
          Uint8Array.of(0xff, 0xda, 0, 2),
          Uint8Array.of(0xff, 0xd9),
        ),
        fc.nat(large.length).map((end) => Uint8Array.from(large.subarray(0, end))),
      ),
    )
    fc.assert(
      fc.property(pieces, (parts) => {
        const bytes = Buffer.concat(parts)
        const found = findEmbeddedJpeg(bytes)
        if (found) expect(bytes.includes(found.bytes)).toBe(true)
      }),
    )
  })

  it('costs little in a file that is made of starts', () => {
    const starts = Buffer.from('ffd8ffe00002'.repeat(500_000), 'hex')
    const startedAtMs = performance.now()
    expect(findEmbeddedJpeg(starts)).toBeUndefined()
    expect(performance.now() - startedAtMs).toBeLessThan(2_000)
  })
})
