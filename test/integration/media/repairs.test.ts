import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createRepairForms } from '../../../electron/engine/media/repair/repair-forms.ts'
import type { RepairableFamily } from '../../../electron/engine/media/repair/repairable.ts'
import { createRepairs } from '../../../electron/engine/media/repair/repairs.ts'
import type { Original } from '../../../electron/engine/media/repair/repairs.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { factsOf, makeOversized, withExif } from './oversized-picture.ts'
import { fixture, practiceScan } from './shown-scan.ts'

const workerFile = new URL('../../../electron/engine/media/preview-worker.ts', import.meta.url)

function repairsForTest(limitBytes: number, options: { limitMs?: number; maxBytes?: number } = {}) {
  const folder = join(temporaryFolder(), 'repairs')
  const forms = createRepairForms(folder, options.maxBytes ?? 50_000_000)
  const held = new Set<string>()
  const repairs = createRepairs({
    forms,
    workerFile,
    limitBytes,
    limitMs: options.limitMs,
    held: () => Promise.resolve(held),
  })
  onTestFinished(() => repairs.stop())
  return { ...repairs, forms, folder, held }
}

function written(name: string, bytes: Uint8Array): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, bytes)
  return path
}

function original(path: string, family: RepairableFamily): Original {
  const bytes = readFileSync(path)
  return { path, family, sha256: hashOf(bytes), sizeBytes: bytes.length }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Small enough to be quick; the limit is as much smaller. */
const size = { widthPx: 600, heightPx: 400 }
const limitBytes = 120_000

describe('a smaller form of a picture', () => {
  it('of more than 5 MB is within the limit and uses it', { timeout: 30_000 }, async () => {
    const picture = await makeOversized({ as: 'png', widthPx: 1_600, heightPx: 1_300 })
    expect(picture.length).toBeGreaterThan(5_000_000)
    const repairs = repairsForTest(5_000_000)
    const { recipe, after, before, fits } = await repairs.propose(
      original(written('a.png', picture), 'png'),
      null,
    )
    expect({ recipe, fits, pages: after.length }).toMatchObject({
      recipe: { kind: 'jpeg' },
      fits: true,
      pages: 1,
    })
    expect(before).toMatchObject({ sizeBytes: picture.length, family: 'png', widthPixels: 1_600 })
    const [form] = after
    const bytes = readFileSync(repairs.forms.pathOf(form?.sha256 ?? ''))
    expect(bytes.length).toBe(form?.sizeBytes)
    expect(hashOf(bytes)).toBe(form?.sha256)
    expect(await factsOf(bytes)).toMatchObject({ widthPx: form?.widthPixels, heightPx: form?.heightPixels })
  })

  it.each([
    ['16 bits for each colour', { as: 'png', deep: true }, 'png'],
    ['inks in place of light', { as: 'jpg', inks: true }, 'jpg'],
    ['a single GIF', { as: 'gif' }, 'gif'],
    ['a TIFF of one page', { as: 'tiff' }, 'tiff'],
  ] as const)('is made of %s', async (_words, kind, family) => {
    const path = written('picture', await makeOversized({ ...kind, ...size }))
    const repairs = repairsForTest(limitBytes)
    const { recipe, after, fits } = await repairs.propose(original(path, family), null)
    expect(fits).toBe(true)
    const facts = await factsOf(readFileSync(repairs.forms.pathOf(after[0]?.sha256 ?? '')))
    expect(facts.isGrey).toBe(false)
    expect(facts.widthPx).toBe(Math.round((size.widthPx * recipe.scalePercent) / 100))
    expect(facts.left).toBeLessThan(facts.right - 40)
  })

  it('lies on white where the picture was transparent', async () => {
    const path = written('a.png', await makeOversized({ as: 'png', transparent: true, ...size }))
    const repairs = repairsForTest(limitBytes)
    const { after } = await repairs.propose(original(path, 'png'), null)
    const facts = await factsOf(readFileSync(repairs.forms.pathOf(after[0]?.sha256 ?? '')))
    expect(facts.hasAlpha).toBe(false)
    expect(facts.left).toBeGreaterThan(250)
  })

  it('is upright, tells neither place nor comment, and keeps the size of the paper', async () => {
    const jpeg = await makeOversized({ as: 'jpg', dpi: 300, comment: 'ada@example.com', ...size })
    const path = written('turned.jpg', withExif(jpeg, 6))
    const repairs = repairsForTest(limitBytes)
    const { after, before } = await repairs.propose(original(path, 'jpg'), {
      kind: 'jpeg',
      quality: 60,
      scalePercent: 50,
      grey: false,
    })
    expect(before).toMatchObject({ widthPixels: 400, heightPixels: 600 })
    const bytes = readFileSync(repairs.forms.pathOf(after[0]?.sha256 ?? ''))
    const facts = await factsOf(bytes)
    expect(facts).toMatchObject({ widthPx: 200, heightPx: 300, comment: null, profiles: [], dpi: 150 })
    expect(bytes.includes('Exif')).toBe(false)
    expect(bytes.includes('example.com')).toBe(false)
    // Turned by a quarter to the right, what was left is on top: both halves are alike.
    expect(Math.abs(facts.left - facts.right)).toBeLessThan(5)
  })

  it('is exactly what a recipe says, and grey only then', async () => {
    const path = written('a.png', await makeOversized({ as: 'png', ...size }))
    const repairs = repairsForTest(20_000)
    const recipe = { kind: 'jpeg', quality: 90, scalePercent: 80, grey: true } as const
    const made = await repairs.propose(original(path, 'png'), recipe)
    expect(made).toMatchObject({ recipe, after: [{ widthPixels: 480, heightPixels: 320 }], fits: false })
    expect((await factsOf(readFileSync(repairs.forms.pathOf(made.after[0]?.sha256 ?? '')))).isGrey).toBe(true)
  })

  it('is the same bytes for the same recipe and content, however it came about', async () => {
    const path = written('a.png', await makeOversized({ as: 'png', dpi: 200, ...size }))
    const [searched, again] = [repairsForTest(limitBytes), repairsForTest(limitBytes)]
    const found = await searched.propose(original(path, 'png'), null)
    const asked = await again.propose(original(path, 'png'), found.recipe)
    expect(asked.after).toEqual(found.after)
  })

  it('is a page for each page of a TIFF', async () => {
    const path = written('pages.tiff', await makeOversized({ as: 'tiff', pages: 3, ...size }))
    const repairs = repairsForTest(limitBytes)
    const made = await repairs.propose(original(path, 'tiff'), null)
    expect(made).toMatchObject({ recipe: { kind: 'split_pages' }, fits: true })
    expect(new Set(made.after.map(({ sha256 }) => sha256)).size).toBe(3)
    for (const { sizeBytes } of made.after) expect(sizeBytes).toBeLessThanOrEqual(limitBytes)
  })

  it('is made of a camera’s raw file', { timeout: 20_000 }, async () => {
    const repairs = repairsForTest(20_000)
    const made = await repairs.propose(original(practiceScan('cust-10733_selfie.dng'), 'raw'), null)
    expect(made).toMatchObject({ fits: true, after: [{ family: 'jpg' }] })
  })
})

describe('what cannot be made smaller', () => {
  const jpeg = { kind: 'jpeg', quality: 80, scalePercent: 100, grey: false } as const

  it.each([
    ['an animation', 'animated.gif', 'gif', null, /animation/],
    ['a picture that claims to be gigantic', 'huge-dimensions.png', 'png', null, /too large/],
    ['a cut file', 'only-a-header.jpg', 'jpg', null, /cannot be decoded/],
    ['something else under another name', 'valid.pdf', 'png', null, /cannot be decoded/],
    ['several pages as one picture', 'two-pages.tiff', 'tiff', jpeg, /No recipe of this kind/],
    ['one page in pages', 'valid.tiff', 'tiff', { ...jpeg, kind: 'split_pages' }, /No recipe of this kind/],
  ] as const)('is refused: %s', async (_words, name, family, recipe, detail) => {
    const repairs = repairsForTest(1_000)
    await expect(repairs.propose(original(fixture(name), family), recipe)).rejects.toMatchObject({
      code: 'repair_refused',
      detail: expect.stringMatching(detail) as string,
    })
    expect(existsSync(repairs.folder)).toBe(false)
  })

  it('is given up after its time', async () => {
    const path = written('a.png', await makeOversized({ as: 'png', widthPx: 1_600, heightPx: 1_300 }))
    const repairs = repairsForTest(5_000_000, { limitMs: 50 })
    await expect(repairs.propose(original(path, 'png'), null)).rejects.toMatchObject({
      code: 'repair_refused',
      detail: 'It took too long.',
    })
  })

  it('is another content than the ledger knows', async () => {
    const path = written('a.png', await makeOversized({ as: 'png', ...size }))
    const known = original(path, 'png')
    truncateSync(path, statSync(path).size - 1)
    await expect(repairsForTest(limitBytes).propose(known, null)).rejects.toMatchObject({
      code: 'content_changed',
    })
  })
})

describe('the forms that are kept', () => {
  it('are private, found again, and made anew when they were altered', async () => {
    const path = written('a.png', await makeOversized({ as: 'png', ...size }))
    const repairs = repairsForTest(limitBytes)
    const made = await repairs.propose(original(path, 'png'), null)
    expect(statSync(repairs.folder).mode & 0o077).toBe(0)
    expect(readdirSync(repairs.folder).filter((name) => name.endsWith('.draft'))).toEqual([])
    const [form] = made.after
    if (form === undefined) throw new Error('nothing was made')
    writeFileSync(repairs.forms.pathOf(form.sha256), 'something else')
    expect(await repairs.forms.read(form.sha256)).toBeUndefined()
    expect(await repairs.forms.recall(made.before.sha256, made.recipe)).toBeUndefined()
    expect(await repairs.propose(original(path, 'png'), null)).toEqual(made)
    expect(hashOf((await repairs.forms.read(form.sha256)) ?? Buffer.alloc(0))).toBe(form.sha256)
  })

  it('are bounded, except for those that are still to be sent', async () => {
    const path = written('a.png', await makeOversized({ as: 'png', ...size }))
    const repairs = repairsForTest(limitBytes, { maxBytes: 1_000 })
    const made: string[] = []
    for (const quality of [90, 80, 70, 60]) {
      const recipe = { kind: 'jpeg', quality, scalePercent: 50, grey: false } as const
      const { after } = await repairs.propose(original(path, 'png'), recipe)
      const sha256 = after[0]?.sha256 ?? ''
      made.push(sha256)
      if (quality === 90) repairs.held.add(sha256)
    }
    const kept = made.map((sha256) => existsSync(repairs.forms.pathOf(sha256)))
    expect(kept).toEqual([true, false, false, true])
  })
})
