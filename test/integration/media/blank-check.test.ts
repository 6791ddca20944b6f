import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { looksBlank } from '../../../electron/engine/identify/blank-candidate.ts'
import { inspectFile } from '../../../electron/engine/identify/file-inspection.ts'
import { createBlankCheck } from '../../../electron/engine/media/blank-check.ts'
import type { BlankCheck, BlankCheckOptions } from '../../../electron/engine/media/blank-check.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { digitLines, drawPages, dust, signatureLine } from './drawn-page.ts'
import type { DrawnPage, Encoding, Strokes } from './drawn-page.ts'
import { fixture, practiceScan } from './shown-scan.ts'

const jpeg: Encoding = { as: 'jpg', quality: 75 }
const blackAndWhite: Encoding = { as: 'tiff', compression: 'Group4' }

const failures: string[] = []
const options: BlankCheckOptions = {
  workerFile: new URL('../../../electron/engine/media/preview-worker.ts', import.meta.url),
  onFailure: (refusal) => failures.push(refusal),
}
const shared = createBlankCheck(options)
afterAll(() => shared.stop())

/** A check of a test's own, with the codes of what it could not tell. */
function startCheck(change: Partial<BlankCheckOptions> = {}): BlankCheck {
  failures.length = 0
  const check = createBlankCheck({ ...options, ...change })
  onTestFinished(() => check.stop())
  return check
}

/** Looks at a file as intake does: only a suspicious one would be measured. */
async function look(path: string, check = shared) {
  const inspection = await inspectFile(path, { maxFileSizeBytes: 50_000_000 })
  const { family, picture, sizeBytes } = inspection
  if (family === null || picture === null) throw new Error('a picture was expected')
  const measured = await check.isBlank(path, family, sizeBytes, picture.widthPx, picture.heightPx)
  return { isCandidate: looksBlank(inspection), measured }
}

async function written(encoding: Encoding, ...pages: readonly DrawnPage[]): Promise<string> {
  const path = join(temporaryFolder(), `page.${encoding.as}`)
  writeFileSync(path, await drawPages(pages, encoding))
  return path
}

const pen = (lines: Strokes['lines'], change: Partial<Strokes> = {}): Strokes[] => [
  { lines, colour: [50, 50, 60], thicknessPx: 3, ...change },
]

describe('a blank page', () => {
  it.each<[string, Encoding, DrawnPage[]]>([
    ['as white as a program makes it', jpeg, [{ paper: [255, 255, 255] }]],
    ['with a scanner’s noise', jpeg, [{ noise: 3 }]],
    ['finely compressed', { as: 'jpg', quality: 85 }, [{ noise: 2 }]],
    ['of yellow paper', jpeg, [{ paper: [238, 226, 170], noise: 3 }]],
    ['with dust on the glass', jpeg, [{ noise: 3, strokes: dust(40) }]],
    ['photographed, and so shaded', jpeg, [{ paper: [225, 222, 214], noise: 3, shading: 70 }]],
    ['that is wholly black', jpeg, [{ paper: [9, 9, 9], noise: 2 }]],
    ['as PNG', { as: 'png' }, [{ paper: [250, 250, 250] }]],
    ['in black and white', blackAndWhite, [{ noise: 3 }]],
    ['in black and white with dust', blackAndWhite, [{ strokes: dust(40) }]],
    ['that is not compressed', { as: 'tiff', compression: 'NoCompression' }, [{ noise: 3 }]],
    ['as JPEG inside a TIFF', { as: 'tiff', compression: 'JPEG' }, [{ noise: 2 }]],
    ['of three', { as: 'tiff', compression: 'LZW' }, [{}, {}, {}]],
  ])('is found: %s', async (_what, encoding, pages) => {
    const { isCandidate, measured } = await look(await written(encoding, ...pages))
    expect(isCandidate).toBe(true)
    expect(measured).toMatchObject({ blank: true })
  })

  it('is told with its size, its specks or its pages', async () => {
    const words = async (encoding: Encoding, ...pages: DrawnPage[]) =>
      (await look(await written(encoding, ...pages))).measured?.seen.words
    expect(await words(jpeg, {})).toBe('Nothing stands out from the background of its 1,654 x 2,339 pixels.')
    expect(await words(jpeg, { strokes: dust(40) })).toMatch(
      /^Nothing but specks \(0\.\d\d?% of the area\) stands out from the background of its 1,654 x 2,339 pixels\.$/,
    )
    expect(await words(blackAndWhite, {}, {})).toBe('Nothing stands out from the background of its 2 pages.')
  })
})

describe('a page with little on it', () => {
  it.each<[string, Encoding, DrawnPage[]]>([
    ['a line of text', jpeg, [{ noise: 3, strokes: pen(digitLines('4711081509', [300, 400], 20)) }]],
    [
      'small print',
      jpeg,
      [{ noise: 3, strokes: pen(digitLines('47110815', [300, 400], 12), { thicknessPx: 2 }) }],
    ],
    ['a page’s number', jpeg, [{ noise: 3, strokes: pen(digitLines('2', [820, 2_200], 22)) }]],
    ['a signature', jpeg, [{ noise: 3, strokes: pen([signatureLine([900, 1_900], 400)]) }]],
    [
      'a faint pencil’s signature',
      jpeg,
      [{ noise: 3, strokes: pen([signatureLine([900, 1_900], 300)], { colour: [214, 214, 212] }) }],
    ],
    [
      'a pencil’s note of one centimetre',
      jpeg,
      [{ noise: 2, strokes: pen([signatureLine([300, 300], 80)], { colour: [205, 205, 205] }) }],
    ],
    [
      'a yellow mark, which is as light as the paper',
      jpeg,
      [
        {
          noise: 2,
          strokes: pen(
            [
              [
                [400, 900],
                [700, 900],
              ],
            ],
            { colour: [248, 246, 170], thicknessPx: 20 },
          ),
        },
      ],
    ],
    ['a line in black and white', blackAndWhite, [{ strokes: pen(digitLines('4711', [300, 400], 20)) }]],
    [
      'a signature that is not compressed',
      { as: 'tiff', compression: 'NoCompression' },
      [{ noise: 3, strokes: pen([signatureLine([900, 1_900], 400)]) }],
    ],
    [
      'a signature on the last page',
      blackAndWhite,
      [{}, {}, { strokes: pen([signatureLine([900, 1_900], 400)]) }],
    ],
    [
      'a shaded photograph with a note',
      jpeg,
      [{ paper: [225, 222, 214], noise: 3, shading: 70, strokes: pen([signatureLine([600, 900], 300)]) }],
    ],
    [
      'white ink on black',
      jpeg,
      [{ paper: [10, 10, 10], strokes: pen([signatureLine([600, 900], 300)], { colour: [240, 240, 240] }) }],
    ],
  ])('is not blank: %s', async (_what, encoding, pages) => {
    const { isCandidate, measured } = await look(await written(encoding, ...pages))
    // It has as few bytes as a blank page, so it is the measuring that tells them apart.
    expect(isCandidate).toBe(true)
    expect(measured).toMatchObject({
      blank: false,
      seen: {
        words: expect.stringMatching(/^Something stands out from the background of its /) as string,
      },
    })
  })

  it.each([
    'cust-10482_id_front.jpg',
    'cust-10690_selfie.jpg',
    'Scan_0001.jpg',
    'cust-10517_passport.png',
    'ARC-2291_dl_front.tiff',
  ])('is not blank: %s', async (name) => {
    expect((await look(practiceScan(name))).measured).toMatchObject({ blank: false })
  })
})

describe('the check', () => {
  it('measures one picture after the other, and ends its thread when nothing is asked', async () => {
    const check = startCheck({ idleMs: 1 })
    const blank = await written(jpeg, {})
    const full = await written(jpeg, { strokes: pen([signatureLine([600, 900], 300)]) })
    const looks = await Promise.all([blank, full, blank].map((path) => look(path, check)))
    expect(looks.map(({ measured }) => measured?.blank)).toEqual([true, false, true])
    expect((await look(full, check)).measured?.blank).toBe(false)
    expect(failures).toEqual([])
  })

  it('cannot tell what cannot be decoded, and goes on with the next', async () => {
    const check = startCheck()
    const broken = await written({ as: 'png' }, {})
    truncateSync(broken, 40)
    expect(await check.isBlank(broken, 'png', 40, 100, 100)).toBeNull()
    expect((await look(await written(jpeg, {}), check)).measured).toMatchObject({ blank: true })
    expect(failures).toEqual(['undecodable'])
  })

  it.each([
    ['another size by now', fixture('valid.png'), 'content_changed'],
    ['no file any more', fixture('no-such.png'), 'file_missing'],
  ])('cannot tell where there is %s', async (_what, path, code) => {
    const check = startCheck()
    expect(await check.isBlank(path, 'png', 1, 100, 100)).toBeNull()
    expect(failures).toEqual([code])
  })

  it('does not decode what claims too much', async () => {
    const check = startCheck()
    const path = fixture('huge-dimensions.png')
    const { sizeBytes } = await inspectFile(path, { maxFileSizeBytes: 5_000_000 })
    expect(await check.isBlank(path, 'png', sizeBytes, 30_000, 30_000)).toBeNull()
    expect(failures).toHaveLength(1)
  })

  it('gives a picture up that takes too long', async () => {
    const workerFile = join(temporaryFolder(), 'worker.mjs')
    writeFileSync(workerFile, `import 'node:worker_threads'\nfor (;;);`)
    const check = startCheck({ workerFile, limitMs: 300 })
    expect(await check.isBlank('x', 'png', 1, 100, 100)).toBeNull()
    expect(failures).toEqual(['too_slow'])
  })

  it('knows nothing of other kinds of files', async () => {
    const check = startCheck({ workerFile: new URL('file:///no-such-worker.js') })
    expect(await check.isBlank(fixture('valid.pdf'), 'pdf', 1, 100, 100)).toBeNull()
    expect(failures).toEqual([])
  })

  it('says nothing once it is stopped', async () => {
    const check = startCheck()
    const path = await written(jpeg, {})
    const running = look(path, check)
    await check.stop()
    expect((await running).measured).toBeNull()
    expect((await look(path, check)).measured).toBeNull()
    expect(failures).toEqual([])
  })
})
