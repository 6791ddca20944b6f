import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDeclaredSize } from '../../../electron/engine/media/declared-size.ts'
import { findEpsPreview } from '../../../electron/engine/media/eps-preview.ts'

const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../../fixtures', name))

describe('the size that a picture declares', () => {
  it.each([
    ['valid.png', 120, 120],
    ['valid.gif', 120, 120],
    ['valid.jpg', 160, 160],
    ['cmyk.jpg', 80, 60],
    ['huge-dimensions.png', 30_000, 30_000],
  ])('is read from %s', (name, widthPx, heightPx) => {
    expect(readDeclaredSize(fixture(name))).toEqual({ widthPx, heightPx })
  })

  it.each(['valid.pdf', 'valid.txt', 'empty.jpg', 'only-a-header.jpg', 'valid.mp4'])(
    'is unknown of %s',
    (name) => {
      expect(readDeclaredSize(fixture(name))).toBeUndefined()
    },
  )

  it('is looked for in any beginning of any file', () => {
    const heads = fc.oneof(
      fc.uint8Array(),
      ...['valid.png', 'valid.gif', 'valid.jpg'].map((name) =>
        fc.nat(400).map((end) => Uint8Array.from(fixture(name).subarray(0, end))),
      ),
    )
    fc.assert(fc.property(heads, (head) => void readDeclaredSize(Buffer.from(head))))
  })
})

describe('the preview inside an EPS', () => {
  it('is the TIFF that the header names', () => {
    const preview = findEpsPreview(fixture('with-preview.eps'))
    expect(preview?.toString('latin1', 0, 2)).toMatch(/^(II|MM)$/)
  })

  it('is missing in plain PostScript, and where the header points out of the file', () => {
    expect(findEpsPreview(fixture('valid.eps'))).toBeUndefined()
    expect(findEpsPreview(fixture('with-preview.eps').subarray(0, -1))).toBeUndefined()
    expect(findEpsPreview(Buffer.alloc(0))).toBeUndefined()
  })
})
