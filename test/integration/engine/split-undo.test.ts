import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemArchiveFiles } from '../../../electron/engine/archive/archive-files.ts'
import type { ArchiveFiles } from '../../../electron/engine/archive/archive-files.ts'
import { openLedger } from '../../../electron/engine/ledger/ledger.ts'
import { createPageRemoval } from '../../../electron/engine/page-removal.ts'
import type { Item } from '../../../electron/shared/records.ts'
import { runningEngine } from '../../support/running-engine.ts'
import type { EngineSetup } from '../../support/running-engine.ts'
import { stopping } from '../../support/stopping.ts'
import type { Steps } from '../../support/stopping.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { makeOversized } from '../media/oversized-picture.ts'

const scan = 'cust-7_passport.tif'
const pageNames = ['cust-7_passport-p1.jpg', 'cust-7_passport-p2.jpg', 'cust-7_passport-p3.jpg'] as const
const [first, second, third] = pageNames

const chosen = ({ id: itemId, revision }: Item) => ({ itemId, revision })

/** An engine with a TIFF that was split into three files, each of them an item. */
async function splitScan(setup: EngineSetup = {}) {
  const running = await runningEngine({
    showsPictures: true,
    ...setup,
    settings: (settings) => ({
      ...settings,
      intake: { ...settings.intake, maxFileSizeBytes: 120_000 },
    }),
  })
  running.drop(scan, await makeOversized({ as: 'tiff', pages: 3, widthPx: 600, heightPx: 400 }))
  const held = await running.itemIn(scan, 'needs_attention')
  const { handlers } = running.engine
  const { recipe } = await handlers['repair.propose'](chosen(held))
  const split = await handlers['repair.accept']({ ...chosen(held), recipe })
  const pageOf = (name: string): Promise<Item> => running.itemIn(name, 'awaiting_review')
  const pages = [await pageOf(first), await pageOf(second), await pageOf(third)] as const
  return { ...running, held, split, pages, recipe }
}

describe('a split that is taken back', () => {
  it('makes the picture one again: as it was, without its pages, which are accounted for', async () => {
    const running = await splitScan()
    const { engine, inbox, held, split, pages } = running
    const undone = await engine.handlers['review.undo'](chosen(split))

    expect(undone).toMatchObject({
      id: held.id,
      state: 'needs_attention',
      reason: null,
      findings: held.findings,
    })
    expect(readdirSync(inbox)).toEqual([scan])
    for (const { id } of pages) {
      const { item, events } = await engine.handlers['items.get']({ itemId: id })
      expect(item).toMatchObject({ state: 'rejected', reason: `It is a page of ${scan} again.` })
      expect(events.slice(-2)).toMatchObject([
        { kind: 'item.rejected', actor: 'ada' },
        { kind: 'item.page_removed', actor: 'engine' },
      ])
    }
    expect(await engine.handlers['ledger.verify']({})).toMatchObject({ ok: true, faults: [] })
  })

  it('can be split again, into pages that are reviewed anew', async () => {
    const running = await splitScan()
    const { engine, split, recipe, pages } = running
    const undone = await engine.handlers['review.undo'](chosen(split))
    await engine.handlers['repair.accept']({ ...chosen(undone), recipe })
    for (const [index, name] of pageNames.entries()) {
      const page = await running.itemIn(name, 'awaiting_review')
      expect(page).toMatchObject({ splitFrom: split.id, sha256: pages[index]?.sha256 })
      expect(page.id).not.toBe(pages[index]?.id)
    }
    expect(await engine.handlers['ledger.verify']({})).toMatchObject({ ok: true, faults: [] })
  })

  it('leaves a page that somebody changed, as a scan of its own', async () => {
    const running = await splitScan()
    const { engine, inbox, split, pages } = running
    const drawn = await makeOversized({ as: 'jpg', widthPx: 200, heightPx: 100 })
    writeFileSync(join(inbox, second), drawn)
    await engine.handlers['review.undo'](chosen(split))
    expect(existsSync(join(inbox, first))).toBe(false)
    expect(readFileSync(join(inbox, second)).equals(drawn)).toBe(true)
    // Its name says nothing to a rule: a person gave the page its values, and that was another content.
    const own = await running.itemIn(second, 'needs_attention')
    expect(own.id).not.toBe(pages[1].id)
    expect(await engine.handlers['ledger.verify']({})).toMatchObject({ ok: true, faults: [] })
  })

  it('is refused once a page was sent, and changes nothing', async () => {
    const running = await splitScan()
    const { engine, inbox, split, pages } = running
    await engine.handlers['review.approve'](chosen(pages[1]))
    await running.itemIn(second, 'uploaded')
    await expect(engine.handlers['review.undo'](chosen(split))).rejects.toMatchObject({
      code: 'undo_refused',
      detail: `Its page ${second} was sent, or it was tried.`,
    })
    expect(readdirSync(inbox).sort()).toEqual([scan, ...pageNames].sort())
    expect(await running.itemIn(first, 'awaiting_review')).toEqual(pages[0])
    expect((await running.itemIn(scan, 'rejected')).revision).toBe(split.revision)
  })

  it('is refused where the picture itself is gone: its pages are all there is', async () => {
    const running = await splitScan()
    const { engine, inbox, split } = running
    rmSync(join(inbox, scan))
    await expect(engine.handlers['review.undo'](chosen(split))).rejects.toMatchObject({
      code: 'undo_refused',
      detail: expect.stringContaining('pages stay') as string,
    })
    expect(readdirSync(inbox).sort()).toEqual([...pageNames].sort())
  })

  it('takes approvals of pages along that are held back still', async () => {
    const running = await splitScan()
    const { engine, split, pages } = running
    const { settings } = await engine.handlers['settings.get']({})
    const review = { ...settings.review, graceMs: 600_000 }
    await engine.handlers['settings.save']({ settings: { ...settings, review } })
    const page = pages[2]
    const approved = await engine.handlers['review.approve'](chosen(page))
    expect(approved.state).toBe('approved')
    await engine.handlers['review.undo'](chosen(split))
    const { item } = await engine.handlers['items.get']({ itemId: page.id })
    expect(item).toMatchObject({ state: 'rejected', path: third })
    expect(running.sandbox.media('cust-7')).toEqual([])
  })
})

/** A ledger in which a split was taken back, before any file was touched; and the files of its folder. */
async function takenBack() {
  const running = await splitScan()
  await running.engine.stop()
  const ledgerFile = join(running.dataRoot, 'live', 'ledger.sqlite3')
  const ledger = openLedger(ledgerFile, { now: Date.now })
  const [step] = await ledger.undoAll([{ ...chosen(running.split), actor: 'ada', sendsAfterMs: null }], 1)
  expect(step).toMatchObject({ done: { hadPages: true } })
  ledger.close()
  const files = readdirSync(running.inbox).map(
    (name) => [name, readFileSync(join(running.inbox, name))] as const,
  )
  return { ledgerBytes: readFileSync(ledgerFile), files, itemId: running.split.id }
}

type TakenBack = Awaited<ReturnType<typeof takenBack>>

function place({ ledgerBytes, files }: TakenBack) {
  const root = temporaryFolder()
  const [inbox, ledgerFile] = [join(root, 'inbox'), join(root, 'ledger.sqlite3')]
  mkdirSync(inbox)
  writeFileSync(ledgerFile, ledgerBytes)
  for (const [name, bytes] of files) writeFileSync(join(inbox, name), bytes)
  return { inbox, ledgerFile }
}

/** One start, which ends after so many steps on disk and ledger. */
async function removeAll(
  here: ReturnType<typeof place>,
  files: ArchiveFiles,
  most = Number.POSITIVE_INFINITY,
) {
  const steps: Steps = { done: 0, most }
  const ledger = openLedger(here.ledgerFile, { now: Date.now })
  const removal = createPageRemoval({
    ledger: stopping(ledger, steps),
    files: stopping(files, steps),
    log: { error: () => undefined, warn: () => undefined },
    folderPath: () => Promise.resolve(here.inbox),
    now: Date.now,
  })
  await removal.removeOutstanding().catch(() => undefined)
  const left = await ledger.pagesToRemove(null)
  const { ok } = await ledger.verify()
  ledger.close()
  return { steps: steps.done, left, ok }
}

describe('removing the pages of a split that was taken back', () => {
  it('that is stopped between any two steps touches nothing else, and is finished by the next start', async () => {
    const before = await takenBack()
    const whole = await removeAll(place(before), systemArchiveFiles)
    expect(whole).toMatchObject({ left: [], ok: true })
    expect(whole.steps).toBeGreaterThan(10)
    const original = before.files.find(([name]) => name === scan)?.[1]
    for (let most = 0; most <= whole.steps; most += 1) {
      const here = place(before)
      expect((await removeAll(here, systemArchiveFiles, most)).ok, String(most)).toBe(true)
      // What came to lie under a page's name since then is somebody else's.
      const freed = !existsSync(join(here.inbox, first))
      if (freed) writeFileSync(join(here.inbox, first), 'somebody else’s')
      expect(await removeAll(here, systemArchiveFiles), String(most)).toMatchObject({ left: [], ok: true })
      const names = readdirSync(here.inbox).sort()
      expect(names, String(most)).toEqual(freed ? [first, scan].sort() : [scan])
      if (freed) expect(readFileSync(join(here.inbox, first), 'utf8')).toBe('somebody else’s')
      expect(readFileSync(join(here.inbox, scan)).equals(original ?? Buffer.alloc(0))).toBe(true)
    }
  }, 120_000)

  it('gives back its name to what is saved over a page in the last moment', async () => {
    const before = await takenBack()
    const here = place(before)
    const hasty: ArchiveFiles = {
      ...systemArchiveFiles,
      rename: async (from, to) => {
        if (from.endsWith(second)) writeFileSync(from, 'saved a moment ago')
        await systemArchiveFiles.rename(from, to)
      },
    }
    expect(await removeAll(here, hasty)).toMatchObject({ left: [], ok: true })
    expect(readdirSync(here.inbox).sort()).toEqual([second, scan].sort())
    expect(readFileSync(join(here.inbox, second), 'utf8')).toBe('saved a moment ago')
  })

  it('is tried again at the next start where a file is locked', async () => {
    const before = await takenBack()
    const here = place(before)
    const locked: ArchiveFiles = {
      ...systemArchiveFiles,
      rename: () => Promise.reject(Object.assign(new Error('EBUSY'), { code: 'EBUSY' })),
    }
    expect((await removeAll(here, locked)).left).toHaveLength(1)
    expect(readdirSync(here.inbox)).toHaveLength(4)
    expect(await removeAll(here, systemArchiveFiles)).toMatchObject({ left: [], ok: true })
    expect(readdirSync(here.inbox)).toEqual([scan])
  })
})
