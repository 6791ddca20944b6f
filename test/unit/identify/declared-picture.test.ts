import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { looksBlank } from '../../../electron/engine/identify/blank-candidate.ts'
import { inspectContent } from '../../../electron/engine/identify/content-inspection.ts'
import { readDeclaredPicture } from '../../../electron/engine/identify/structure/declared-picture.ts'
import type { DeclaredPicture } from '../../../electron/engine/identify/structure/declared-picture.ts'
import { finding } from '../../../electron/shared/finding-codes.ts'
import type { FileFamilyId } from '../../../electron/shared/file-families.ts'
import { sayAsWritten } from '../../../electron/shared/sentences/say.ts'
import { gif, jpeg, pdf, png, tiffPage, tiffWith } from './sample-files.ts'

const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../../fixtures', name))

describe('what a picture declares', () => {
  it.each([
    ['png', 'valid.png', { widthPx: 120, heightPx: 120, coding: 'packed' }],
    ['gif', 'valid.gif', { widthPx: 120, heightPx: 120, coding: 'packed', bitsPerPixel: 8 }],
    ['jpg', 'valid.jpg', { widthPx: 160, heightPx: 160, coding: 'lossy', bitsPerPixel: 24 }],
    ['jpg', 'cmyk.jpg', { widthPx: 80, heightPx: 60, coding: 'lossy', bitsPerPixel: 32 }],
    ['tiff', 'valid.tiff', { widthPx: 64, heightPx: 64 }],
  ] as const)('is read from %s %s', (family, name, picture) => {
    expect(readDeclaredPicture(family, fixture(name))).toMatchObject(picture)
  })

  it('is that of the largest page', () => {
    const pages = [tiffPage({ width: 40, height: 20 }), tiffPage({ width: 400, height: 200 }), tiffPage()]
    expect(readDeclaredPicture('tiff', tiffWith(pages))).toEqual({
      widthPx: 400,
      heightPx: 200,
      bitsPerPixel: 8,
      coding: 'plain',
    })
  })

  it.each<[FileFamilyId, Buffer]>([
    ['pdf', pdf()],
    ['raw', tiffWith([tiffPage()])],
    ['jpg', jpeg({ height: 0 })],
    ['png', png().subarray(0, 20)],
    ['tiff', Buffer.from('II*\0\x08\0\0\0', 'latin1')],
  ])('is unknown of a %s', (family, bytes) => {
    expect(readDeclaredPicture(family, bytes)).toBeNull()
  })

  it('is looked for in any bytes', () => {
    const families = fc.constantFrom<FileFamilyId>('jpg', 'png', 'gif', 'tiff')
    const beginnings = fc.oneof(
      fc.uint8Array(),
      ...[jpeg(), png(), gif(), tiffWith([tiffPage()])].map((bytes) =>
        fc.nat(bytes.length).map((end) => Uint8Array.from(bytes.subarray(0, end))),
      ),
    )
    fc.assert(
      fc.property(families, beginnings, (family, bytes) => {
        const picture = readDeclaredPicture(family, Buffer.from(bytes))
        expect(picture === null || picture.widthPx * picture.heightPx > 0).toBe(true)
      }),
    )
  })
})

describe('a picture that is too small', () => {
  const evidenceOf = async (name: string, bytes: Buffer, minPicturePixels?: number) => {
    const source = { bytes, sizeBytes: bytes.length, maxFileSizeBytes: 5_000_000, name, minPicturePixels }
    const { findings } = await inspectContent(source)
    return findings.map(({ code, evidence }) => `${code}: ${evidence}`)
  }

  it.each([
    ['a.jpg', jpeg({ width: 1_500, height: 199 })],
    ['a.png', png({ width: 1_500, height: 199 })],
    ['a.gif', gif({ width: 1_500, height: 199 })],
    ['a.tiff', tiffWith([tiffPage({ width: 1_500, height: 199 })])],
  ])('is found by its shorter side: %s', async (name, bytes) => {
    expect(await evidenceOf(name, bytes, 200)).toEqual([
      'picture_too_small: It has 1,500 x 199 pixels; its shorter side should have at least 200.',
    ])
    expect(await evidenceOf(name, bytes, 199)).toEqual([])
    expect(await evidenceOf(name, bytes, 0)).toEqual([])
    expect(await evidenceOf(name, bytes)).toEqual([])
  })

  it('is not judged where it is no picture, or damaged', async () => {
    expect(await evidenceOf('a.pdf', pdf(), 200)).toEqual([])
    const broken = await evidenceOf('a.png', png().subarray(0, -12), 200)
    expect(broken).toEqual(['damaged: The picture breaks off: its end is missing.'])
  })
})

describe('a picture that may be blank', () => {
  const page = (change: Partial<DeclaredPicture> = {}): DeclaredPicture => ({
    widthPx: 2_480,
    heightPx: 3_508,
    bitsPerPixel: 8,
    coding: 'lossy',
    ...change,
  })
  const looks = (family: FileFamilyId, picture: DeclaredPicture | null, sizeBytes: number) =>
    looksBlank({ family, picture, sizeBytes, findings: [] })

  it.each([
    ['a white page as JPEG', 'jpg', page(), 34_000, true],
    ['one with a scanner’s noise', 'jpg', page(), 343_000, true],
    ['a page of text', 'jpg', page(), 1_242_000, false],
    ['a white page in black and white', 'tiff', page({ bitsPerPixel: 1, coding: 'packed' }), 700, true],
    ['a page of text in black and white', 'tiff', page({ bitsPerPixel: 1, coding: 'packed' }), 31_000, false],
    ['a white page as PNG', 'png', page({ bitsPerPixel: 24, coding: 'packed' }), 16_500, true],
    ['a page of text as PNG', 'png', page({ coding: 'packed' }), 124_000, false],
    ['any page that is not compressed', 'tiff', page({ coding: 'plain' }), 8_700_000, true],
    ['an icon', 'jpg', page({ widthPx: 99 }), 500, false],
    ['a GIF', 'gif', page({ coding: 'packed' }), 700, false],
  ] as const)('is told by its bytes: %s', (_what, family, picture, sizeBytes, expected) => {
    expect(looks(family, picture, sizeBytes)).toBe(expected)
  })

  it('is not asked for where nothing can be decoded or sent', () => {
    expect(looks('pdf', null, 100)).toBe(false)
    const findings = [finding('damaged', sayAsWritten('It breaks off.'))]
    expect(looksBlank({ family: 'jpg', picture: page(), sizeBytes: 100, findings })).toBe(false)
  })
})
