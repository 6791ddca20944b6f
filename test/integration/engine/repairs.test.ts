import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isGoodEnough } from '../../../electron/engine/automatic-repairs.ts'
import type { Item } from '../../../electron/shared/records.ts'
import type { Recipe, RepairProposal } from '../../../electron/shared/repair.ts'
import { runningEngine } from '../../support/running-engine.ts'
import type { EngineSetup, RunningEngine } from '../../support/running-engine.ts'
import { makeOversized } from '../media/oversized-picture.ts'

/** In place of 5 MB, so that the pictures may be small too. */
const limitBytes = 120_000
const scan = 'cust-1_passport.png'
const size = { widthPx: 600, heightPx: 400 }

type FolderChange = Partial<Parameters<NonNullable<EngineSetup['settings']>>[0]['folders'][number]>

/** An engine with one picture over the limit in its folder. */
async function withLargeScan(
  folder: FolderChange = {},
  { name = scan, pages = 1, limit = limitBytes }: { name?: string; pages?: number; limit?: number } = {},
) {
  const picture = await makeOversized({ as: pages > 1 ? 'tiff' : 'png', pages, ...size })
  const running = await runningEngine({
    showsPictures: true,
    sandbox: { keepBytes: true },
    settings: (settings) => ({
      ...settings,
      intake: { ...settings.intake, maxFileSizeBytes: limit },
      folders: settings.folders.map((one) => ({ ...one, ...folder })),
    }),
  })
  running.drop(name, picture)
  return { ...running, picture }
}

async function heldScan(
  folder: FolderChange = {},
  scanned: { name?: string; pages?: number; limit?: number } = {},
) {
  const running = await withLargeScan(folder, scanned)
  return { ...running, held: await running.itemIn(scanned.name ?? scan, 'needs_attention') }
}

function chosen({ id: itemId, revision }: Item) {
  return { itemId, revision }
}

async function propose({ engine }: RunningEngine, item: Item, recipe?: Recipe): Promise<RepairProposal> {
  return engine.handlers['repair.propose']({ ...chosen(item), ...(recipe === undefined ? {} : { recipe }) })
}

async function acceptBest(running: RunningEngine, item: Item): Promise<Item> {
  const { recipe } = await propose(running, item)
  return running.engine.handlers['repair.accept']({ ...chosen(item), recipe })
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function formPathOf({ dataRoot }: RunningEngine, sha256: string): string {
  const folder = readdirSync(dataRoot, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith(`${sha256}.jpg`),
  )
  if (folder === undefined) throw new Error('the form is not kept')
  return join(dataRoot, folder)
}

describe('a picture over the limit', () => {
  it('is sent in the form that was accepted, and both hashes are in the ledger', async () => {
    const running = await heldScan()
    const { engine, held, itemIn, sandbox, inbox, picture } = running
    const proposal = await propose(running, held)
    expect(proposal.fits).toBe(true)
    expect(await engine.handlers['items.get']({ itemId: held.id })).toMatchObject({ item: held })

    const accepted = await engine.handlers['repair.accept']({ ...chosen(held), recipe: proposal.recipe })
    const [form] = proposal.after
    expect(accepted).toMatchObject({
      state: 'awaiting_review',
      sha256: hashOf(picture),
      repair: { sha256: form?.sha256, sizeBytes: form?.sizeBytes, recipe: proposal.recipe, byPolicy: false },
      findings: [{ code: 'smaller_form', severity: 'info' }],
    })
    await engine.handlers['review.approve'](chosen(accepted))
    const uploaded = await itemIn(scan, 'uploaded')

    const [medium] = sandbox.media('cust-1')
    expect(medium?.sha256).toBe(form?.sha256)
    expect(medium?.name).toMatch(/\.jpg$/)
    expect(medium?.customData).toMatchObject({ sha256: form?.sha256, original_sha256: hashOf(picture) })
    expect(hashOf(readFileSync(join(inbox, scan)))).toBe(hashOf(picture))
    const { attempts, events } = await engine.handlers['items.get']({ itemId: held.id })
    expect(attempts).toMatchObject([{ sha256: form?.sha256, sizeBytes: form?.sizeBytes }])
    expect(events.find(({ kind }) => kind === 'item.repaired')).toMatchObject({
      actor: 'ada',
      data: {
        original: { sha256: hashOf(picture), sizeBytes: picture.length },
        after: { sha256: form?.sha256, sizeBytes: form?.sizeBytes, recipe: proposal.recipe },
      },
    })
    expect(uploaded.repair).toEqual(accepted.repair)
    expect(await engine.handlers['ledger.verify']({})).toMatchObject({ ok: true, faults: [] })
  })

  it('is sent as the original again when the form is discarded', async () => {
    const running = await heldScan()
    const accepted = await acceptBest(running, running.held)
    const discarded = await running.engine.handlers['repair.discard'](chosen(accepted))
    expect(discarded).toMatchObject({
      state: 'needs_attention',
      repair: null,
      findings: running.held.findings,
    })
  })

  it('keeps its form through rules that are read again and a restart', async () => {
    const running = await heldScan()
    const accepted = await acceptBest(running, running.held)
    const corrected = await running.engine.handlers['review.correct']({
      ...chosen(accepted),
      entityId: 'cust-2',
    })
    expect(corrected).toMatchObject({ state: 'awaiting_review', repair: accepted.repair })
    const again = await running.restart()
    const item = await again.itemIn(scan, 'awaiting_review')
    await again.engine.handlers['review.approve'](chosen(item))
    await again.itemIn(scan, 'uploaded')
    expect(again.sandbox.media('cust-2')[0]?.sha256).toBe(accepted.repair?.sha256)
  })

  it('is held as before when the acceptance is undone', async () => {
    const running = await heldScan()
    const accepted = await acceptBest(running, running.held)
    const undone = await running.engine.handlers['review.undo'](chosen(accepted))
    expect(undone).toMatchObject({ state: 'needs_attention', repair: null, findings: running.held.findings })
    expect(await running.engine.handlers['ledger.verify']({})).toMatchObject({ ok: true, faults: [] })
  })

  it('keeps its form when its file gets another name', async () => {
    const running = await heldScan()
    const accepted = await acceptBest(running, running.held)
    const name = 'cust-2_passport.png'
    renameSync(join(running.inbox, scan), join(running.inbox, name))
    await expect.poll(async () => (await running.items())[0]?.entityId, { timeout: 10_000 }).toBe('cust-2')
    const moved = await running.itemIn(name, 'awaiting_review')
    expect(moved).toMatchObject({
      id: running.held.id,
      repair: accepted.repair,
      findings: accepted.findings,
    })
    await running.engine.handlers['review.approve'](chosen(moved))
    await running.itemIn(name, 'uploaded')
    expect(running.sandbox.media('cust-2')[0]?.sha256).toBe(accepted.repair?.sha256)
    expect(await running.engine.handlers['ledger.verify']({})).toMatchObject({ ok: true, faults: [] })
  })

  it('keeps its form under a name that nobody knows, and is held for that alone', async () => {
    const running = await heldScan()
    const accepted = await acceptBest(running, running.held)
    renameSync(join(running.inbox, scan), join(running.inbox, 'whose is it.png'))
    const moved = await running.itemIn('whose is it.png', 'needs_attention')
    expect(moved.repair).toEqual(accepted.repair)
    expect(moved.findings.map(({ code }) => code).sort()).toEqual(['no_rule', 'smaller_form'])
  })

  it('keeps its form when its file was gone and came back, and loses it with another content', async () => {
    const running = await heldScan()
    const accepted = await acceptBest(running, running.held)
    rmSync(join(running.inbox, scan))
    await running.itemIn(scan, 'missing')
    running.drop(scan, running.picture)
    expect(await running.itemIn(scan, 'awaiting_review')).toMatchObject({ repair: accepted.repair })
    running.drop(scan, await makeOversized({ as: 'png', ...size, dpi: 100 }))
    expect(await running.itemIn(scan, 'needs_attention')).toMatchObject({
      repair: null,
      findings: [{ code: 'too_large' }],
    })
  })

  it.each([
    ['altered', (path: string) => writeFileSync(path, 'another picture')],
    ['gone', (path: string) => rmSync(path)],
  ])('goes back to a person when its form is %s, and nothing is sent', async (_words, tamper) => {
    const running = await heldScan()
    const { engine, held, itemIn, sandbox } = running
    const accepted = await acceptBest(running, held)
    tamper(formPathOf(running, accepted.repair?.sha256 ?? ''))
    await engine.handlers['review.approve'](chosen(accepted))
    const failed = await itemIn(scan, 'failed')
    expect(failed.lastFailure).toMatchObject({ code: 'repair_missing' })
    expect(sandbox.media('cust-1')).toEqual([])

    const repaired = await acceptBest(running, failed)
    await engine.handlers['review.approve'](chosen(repaired))
    await itemIn(scan, 'uploaded')
    expect(sandbox.media('cust-1')[0]?.sha256).toBe(accepted.repair?.sha256)
  })

  it('is not accepted when the original is another one by now', async () => {
    const running = await heldScan()
    const { recipe } = await propose(running, running.held)
    const path = join(running.inbox, scan)
    const [before, bytes] = [statSync(path), readFileSync(path)]
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
    writeFileSync(path, bytes)
    expect(statSync(path).size).toBe(before.size)
    await expect(
      running.engine.handlers['repair.accept']({ ...chosen(running.held), recipe }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/content_changed|stale_item/) as string })
  })

  it('is accepted only in a form that was made and that fits', async () => {
    const running = await heldScan()
    const accept = (recipe: Recipe) =>
      running.engine.handlers['repair.accept']({ ...chosen(running.held), recipe })
    const tooGood: Recipe = { kind: 'jpeg', quality: 95, scalePercent: 100, grey: false }
    await expect(accept(tooGood)).rejects.toMatchObject({ code: 'repair_refused', detail: /first/ })
    expect(await propose(running, running.held, tooGood)).toMatchObject({ fits: false })
    await expect(accept(tooGood)).rejects.toMatchObject({ code: 'repair_refused', detail: /over the limit/ })
  })

  it('is shown in its smaller form beside the original', async () => {
    const running = await heldScan()
    const { after } = await propose(running, running.held)
    const sha256 = after[0]?.sha256 ?? ''
    const show = () =>
      running.engine.handlers['media.preview']({ itemId: running.held.id, repairSha256: sha256 })
    const shown = await show()
    expect(shown).toMatchObject({ mime: 'image/jpeg', pageCount: 1 })
    expect(hashOf(readFileSync(shown.path))).toBe(sha256)
    writeFileSync(shown.path, 'something else')
    await expect(show()).rejects.toMatchObject({ code: 'repair_missing' })
  })

  it('is not made smaller where the folder says so, nor a file within the limit', async () => {
    const running = await heldScan({ repair: 'off' })
    await expect(propose(running, running.held)).rejects.toMatchObject({ code: 'repair_refused' })
  })
})

describe('a folder that makes pictures smaller by itself', () => {
  /** A form of nearly full size is within this one. */
  const generous = 300_000

  it.each([
    [{ quality: 80, scalePercent: 60 }, true],
    [{ quality: 79, scalePercent: 100 }, false],
    [{ quality: 90, scalePercent: 59 }, false],
    [{ quality: 90, scalePercent: 100, kind: 'split_pages' as const }, false],
  ])('takes only what is hardly worse: %o', (strength, isTaken) => {
    const recipe = { kind: 'jpeg' as const, grey: false, ...strength }
    expect(isGoodEnough({ recipe, fits: true })).toBe(isTaken)
    expect(isGoodEnough({ recipe, fits: false })).toBe(false)
  })

  it('sends a good form without a person, where its policy sends what is certain', async () => {
    const { itemIn, sandbox, engine } = await withLargeScan(
      { repair: 'automatic', policy: 'upload_when_certain' },
      { limit: generous },
    )
    const item = await itemIn(scan, 'uploaded')
    expect(item.repair).toMatchObject({ byPolicy: true })
    expect(sandbox.media('cust-1')[0]?.sha256).toBe(item.repair?.sha256)
    const { events } = await engine.handlers['items.get']({ itemId: item.id })
    expect(events.find(({ kind }) => kind === 'item.repaired')).toMatchObject({ actor: 'engine' })
  })

  it('leaves the look to a person, where its policy does', async () => {
    const { itemIn } = await withLargeScan({ repair: 'automatic' }, { limit: generous })
    expect(await itemIn(scan, 'awaiting_review')).toMatchObject({ repair: { byPolicy: true } })
  })

  it('leaves what is held for something else too', async () => {
    const running = await heldScan(
      { repair: 'automatic' },
      { name: 'nobody knows whose.png', limit: generous },
    )
    const other = await makeOversized({ as: 'png', ...size, dpi: 100 })
    running.drop('cust-3_passport.png', other)
    await running.itemIn('cust-3_passport.png', 'awaiting_review')
    expect(await running.itemIn('nobody knows whose.png', 'needs_attention')).toMatchObject({ repair: null })
  })
})

describe('a TIFF of several pages', () => {
  const name = 'cust-7_passport.tif'

  it('becomes a file for each page, of the same entity, and overwrites nothing', async () => {
    const running = await heldScan({}, { name, pages: 3 })
    const { held, engine, inbox, itemIn } = running
    writeFileSync(join(inbox, 'cust-7_passport-p2.jpg'), 'somebody else’s')
    const { recipe, after } = await propose(running, held)
    expect(recipe.kind).toBe('split_pages')
    const split = await engine.handlers['repair.accept']({ ...chosen(held), recipe })
    expect(split).toMatchObject({ state: 'rejected', reason: expect.stringContaining('3 pages') as string })
    for (const [index, path] of ['-p1.jpg', '-p2 (2).jpg', '-p3.jpg'].entries()) {
      const page = await itemIn(`cust-7_passport${path}`, 'awaiting_review')
      expect(page).toMatchObject({
        splitFrom: held.id,
        sha256: after[index]?.sha256,
        entityId: held.entityId,
        mediaType: held.mediaType,
        readBy: 'person',
      })
      expect(Math.round(page.modifiedAtMs / 1_000)).toBe(Math.round(held.modifiedAtMs / 1_000))
    }
    expect(readFileSync(join(inbox, 'cust-7_passport-p2.jpg'), 'utf8')).toBe('somebody else’s')
    expect(existsSync(join(inbox, name))).toBe(true)
    expect(readdirSync(inbox).filter((file) => file.includes('.draft'))).toEqual([])
    expect(await engine.handlers['ledger.verify']({})).toMatchObject({ ok: true, faults: [] })
  })

  it('writes the pages at the next start that could not be written before', async () => {
    const running = await heldScan({}, { name: 'below/cust-7_passport.tif', pages: 2 })
    const { recipe } = await propose(running, running.held)
    const path = 'below/cust-7_passport'
    // A folder in the place of the first draft: nothing can be written there.
    const draft = join(running.inbox, 'below', `.intray-page-${String(running.held.id)}-1.draft`)
    mkdirSync(join(draft, 'in the way'), { recursive: true })
    const split = await running.engine.handlers['repair.accept']({ ...chosen(running.held), recipe })
    expect(split.state).toBe('rejected')
    await running.itemIn(`${path}-p2.jpg`, 'awaiting_review')
    expect(existsSync(join(running.inbox, `${path}-p1.jpg`))).toBe(false)
    rmSync(draft, { recursive: true })
    const again = await running.restart()
    expect(await again.itemIn(`${path}-p1.jpg`, 'awaiting_review')).toMatchObject({
      splitFrom: running.held.id,
    })
  })

  it('is reopened without its pages being split again', async () => {
    const running = await heldScan({}, { name, pages: 2 })
    const split = await acceptBest(running, running.held)
    await running.itemIn('cust-7_passport-p2.jpg', 'awaiting_review')
    const reopened = await running.engine.handlers['review.reopen'](chosen(split))
    expect(reopened).toMatchObject({ state: 'needs_attention', repair: null })
    expect(await running.engine.handlers['ledger.verify']({})).toMatchObject({ ok: true })
  })
})
