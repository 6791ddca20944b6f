import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inspectContent } from '../../../electron/engine/identify/content-inspection.ts'
import { fileFamilies } from '../../../electron/shared/file-families.ts'
import { findingCatalogue } from '../../../electron/shared/finding-codes.ts'
import { box, jpegSegment, samples } from './sample-files.ts'

const maxFileSizeBytes = 5_000_000
const extensions = Object.values(fileFamilies).map(({ extensions: [extension] }) => extension)

const inspect = (name: string, bytes: Buffer) =>
  inspectContent({ bytes, sizeBytes: bytes.length, maxFileSizeBytes, name })

const anyExtension = fc.constantFrom(...extensions, 'docx', '')
const anyBytes = fc.uint8Array({ maxLength: 4_096 }).map((bytes) => Buffer.from(bytes))

/** A whole file of which a few bytes are altered, and which may be cut and have something behind it. */
const brokenSample = fc
  .record({
    sample: fc.constantFrom(...samples),
    edits: fc.array(fc.tuple(fc.nat(2_000), fc.nat(255)), { maxLength: 8 }),
    kept: fc.double({ min: 0, max: 1, noNaN: true }),
    tail: fc.uint8Array({ maxLength: 64 }),
  })
  .map(({ sample, edits, kept, tail }) => {
    const bytes = Buffer.from(sample.bytes)
    for (const [at, value] of edits) bytes[at % bytes.length] = value
    return {
      name: sample.name,
      bytes: Buffer.concat([bytes.subarray(0, Math.ceil(kept * bytes.length)), tail]),
    }
  })

async function expectJudgement(name: string, bytes: Buffer): Promise<void> {
  const { family, detected, findings } = await inspect(name, bytes)
  expect(family === null || family in fileFamilies).toBe(true)
  expect(family === null || detected !== null).toBe(true)
  for (const { code, evidence } of findings) {
    expect(code in findingCatalogue).toBe(true)
    expect(evidence).not.toBe('')
  }
  // What nobody could name is never let through.
  if (family === null) expect(findings.some(({ severity }) => severity === 'block')).toBe(true)
}

describe('any bytes', () => {
  it('are judged, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(anyExtension, anyBytes, (extension, bytes) =>
        expectJudgement(`a.${extension}`, bytes),
      ),
      { numRuns: 500 },
    )
  })

  it('are judged when they begin like a scan and go on as anything', async () => {
    await fc.assert(
      fc.asyncProperty(brokenSample, ({ name, bytes }) => expectJudgement(name, bytes)),
      { numRuns: 3_000 },
    )
  })
})

/**
 * Bytes at the end that a whole file may lack: raw files' contents are not all described, an AVI's last byte may
 * be padding, and a drawing ends with `showpage` or with `%%EOF`.
 */
const sparedBytes: Readonly<Record<string, number>> = { raw: 10, avi: 2, eps: 7 }

describe('a scan cut short', () => {
  it.each(samples.filter(({ family }) => family !== 'txt'))(
    '$name is never taken for a whole one',
    async ({ name, family, bytes }) => {
      // Blanks and padding at the end of a drawing or a document are no loss.
      const end = bytes.toString('latin1').trimEnd().length
      const spared = sparedBytes[family] ?? 1
      for (let length = 1; length <= end - spared; length += 1) {
        const { findings } = await inspect(name, bytes.subarray(0, length))
        const held = findings.filter(({ severity }) => severity !== 'info')
        expect(held, `${name} cut to ${length} of ${bytes.length} bytes`).not.toEqual([])
      }
    },
  )
})

describe('files made to keep a reader busy', () => {
  const megabytes = 5_000_000
  const zeros = Buffer.alloc(4)
  const ifdOfIfds = Buffer.alloc(megabytes, Buffer.from('0100040001000000', 'hex'))
  ifdOfIfds.write('II*\0\x08\0\0\0', 0, 'latin1')
  const hostile: readonly (readonly [string, Buffer])[] = [
    ['marks.jpg', Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(megabytes, 0xff)])],
    [
      'stuffing.jpg',
      Buffer.concat([
        Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 2]),
        Buffer.alloc(megabytes, Buffer.from([0xff, 0])),
      ]),
    ],
    [
      'segments.jpg',
      Buffer.concat([Buffer.from([0xff, 0xd8]), ...Array<Buffer>(200_000).fill(jpegSegment(0xe1, zeros))]),
    ],
    [
      'blocks.gif',
      Buffer.concat([
        samples.find(({ name }) => name === 'a.gif')?.bytes.subarray(0, 19) ?? zeros,
        Buffer.alloc(megabytes, Buffer.from([0x21, 1, 0])),
      ]),
    ],
    ['directories.tiff', ifdOfIfds],
    [
      'boxes.mp4',
      Buffer.concat([box('ftyp', Buffer.from('isom')), ...Array<Buffer>(400_000).fill(box('moov'))]),
    ],
    [
      'elements.mkv',
      Buffer.concat([
        samples.find(({ name }) => name === 'a.mkv')?.bytes.subarray(0, 40) ?? zeros,
        Buffer.alloc(megabytes, Buffer.from([0x81, 0x80])),
      ]),
    ],
    [
      'lists.avi',
      Buffer.concat([
        Buffer.from('RIFF\xff\xff\xff\xffAVI ', 'latin1'),
        Buffer.alloc(megabytes, Buffer.from('LIST\0\0\0\0', 'latin1')),
      ]),
    ],
    ['nesting.pdf', Buffer.from(`%PDF-1.7\nxref\ntrailer\n${'<<'.repeat(2_000_000)}\nstartxref\n9\n%%EOF`)],
    [
      'strings.pdf',
      Buffer.from(`%PDF-1.7\nxref\ntrailer\n<< /A ${'('.repeat(4_000_000)}\nstartxref\n9\n%%EOF`),
    ],
    ['trailers.pdf', Buffer.from(`%PDF-1.7\n${'trailer\n<< '.repeat(400_000)}\nstartxref\n5\n%%EOF`)],
    [
      'header.pdf',
      Buffer.from(
        `%PDF-1.7\n${'7 0 obj << '.repeat(400_000)}xref\ntrailer << /Root 1 0 R /Encrypt 7 0 R >>\nstartxref\n4400009\n%%EOF`,
      ),
    ],
    ['page.txt', Buffer.from(`${' '.repeat(500)}<!doctype ${' '.repeat(4_000_000)}`)],
    ['marks.txt', Buffer.from('<'.repeat(megabytes))],
    [
      'archive.jpg',
      Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(megabytes, 'PK\x03\x04')]),
    ],
    ['gzip.jpg', Buffer.concat([Buffer.from('1f8b0800', 'hex'), Buffer.alloc(megabytes, 0x55)])],
  ]

  it.each(hostile)('%s is judged in time that grows with its length only', async (name, bytes) => {
    const startedAt = performance.now()
    await expectJudgement(name, bytes)
    // Minutes or a crash if the work were quadratic or recursive; tens of milliseconds as it is.
    expect(performance.now() - startedAt).toBeLessThan(3_000)
  })
})
