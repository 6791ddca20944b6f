import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemArchiveFiles } from '../../../electron/engine/archive/archive-files.ts'
import type { ArchiveFiles } from '../../../electron/engine/archive/archive-files.ts'
import { startArchiving } from '../../../electron/engine/archiving.ts'
import type { ArchivingOptions } from '../../../electron/engine/archiving.ts'
import { openLedger } from '../../../electron/engine/ledger/ledger.ts'
import type { Log } from '../../../electron/engine/log.ts'
import type { Item } from '../../../electron/shared/records.ts'
import { folderSchema } from '../../../electron/shared/settings/folder.ts'
import { runningEngine } from '../../support/running-engine.ts'
import { pngBytes } from '../../support/scan-bytes.ts'
import { stopping } from '../../support/stopping.ts'
import type { Steps } from '../../support/stopping.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const scan = 'cust-1_passport.png'
const content = Buffer.from(pngBytes('a'))
const silent: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  close: () => undefined,
}

/** The bytes of a ledger with one upload behind it, made by a real engine. */
async function ledgerWithUpload(): Promise<Buffer> {
  const running = await runningEngine()
  running.drop(scan, content)
  const { id, revision } = await running.itemIn(scan, 'awaiting_review')
  await running.engine.handlers['review.approve']({ itemId: id, revision })
  await running.itemIn(scan, 'uploaded')
  await running.engine.stop()
  return readFileSync(join(running.dataRoot, 'live', 'ledger.sqlite3'))
}

/** A folder with that one scan, and an archive beside it. */
function place(ledgerBytes: Buffer) {
  const root = temporaryFolder()
  const [inbox, archive, ledgerFile] = [
    join(root, 'inbox'),
    join(root, 'archive'),
    join(root, 'ledger.sqlite3'),
  ]
  mkdirSync(inbox)
  mkdirSync(archive)
  writeFileSync(join(inbox, scan), content)
  writeFileSync(ledgerFile, ledgerBytes)
  const folder = folderSchema.parse({
    id: 'inbox',
    path: inbox,
    afterUpload: 'archive',
    archivePath: archive,
  })
  return { inbox, archive, ledgerFile, folder }
}

type Place = ReturnType<typeof place>

/** One run of the archiving until nothing is due, which ends after so many steps on disk and ledger. */
async function run(here: Place, files: ArchiveFiles, most = Number.POSITIVE_INFINITY) {
  const steps: Steps = { done: 0, most }
  const ledger = openLedger(here.ledgerFile, { now: Date.now })
  const archiving = startArchiving({
    folders: [here.folder],
    ledger: stopping(ledger, steps),
    files: stopping(files, steps),
    log: silent,
    trash: null,
    now: Date.now,
    onItemChanged: () => undefined,
    onStatusChanged: () => undefined,
  })
  archiving.kick()
  await archiving.idle()
  await archiving.stop()
  const items = (await ledger.list({ states: [], text: '', order: 'oldest_first', limit: 10 })).items
  const { ok } = await ledger.verify()
  ledger.close()
  return { steps: steps.done, items, ok }
}

const acrossDisks: ArchiveFiles = {
  ...systemArchiveFiles,
  link: (from, to) =>
    dirname(from) === dirname(to)
      ? systemArchiveFiles.link(from, to)
      : Promise.reject(Object.assign(new Error('EXDEV'), { code: 'EXDEV' })),
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))

describe.each([
  ['on one disk', systemArchiveFiles],
  ['across disks', acrossDisks],
])('archiving %s', (_name, files) => {
  it('that is stopped between any two steps loses nothing, and is finished by the next start', async () => {
    const ledgerBytes = await ledgerWithUpload()
    const { steps } = await run(place(ledgerBytes), files)
    expect(steps).toBeGreaterThan(20)
    for (let most = 0; most <= steps; most += 1) {
      const here = place(ledgerBytes)
      const at = `after step ${String(most)}`
      const stopped = await run(here, files, most)
      const present = [...filesBelow(here.inbox), ...filesBelow(here.archive)].map((file) =>
        readFileSync(file),
      )
      expect(
        present.some((bytes) => bytes.equals(content)),
        at,
      ).toBe(true)
      // The ledger never says more than what is true.
      for (const { archivedTo } of stopped.items) {
        if (archivedTo !== null) expect(readFileSync(archivedTo).equals(content), at).toBe(true)
      }

      const { items, ok } = await run(here, files)
      expect(filesBelow(here.inbox), at).toEqual([])
      expect(filesBelow(here.archive), at).toEqual([items[0]?.archivedTo])
      expect(readFileSync(items[0]?.archivedTo ?? '').equals(content), at).toBe(true)
      expect(items.map(({ state }) => state)).toEqual(['uploaded'])
      expect(ok, at).toBe(true)
    }
  }, 60_000)
})

describe('twenty thousand uploaded files', () => {
  it('are moved one after the other, with room for everything else in between', async () => {
    const count = 20_000
    const sample = await sampleItem()
    const left = new Set(Array.from({ length: count }, (_value, index) => index + 1))
    let pages = 0
    const ledger: ArchivingOptions['ledger'] = {
      toArchive: (limit, _folderIds, after = 0) => {
        pages += 1
        const page: Item[] = []
        for (const id of left) {
          if (page.length === limit) break
          if (id > after) page.push({ ...sample, id, path: `${String(id)}.png` })
        }
        return Promise.resolve(page)
      },
      recordArchived: (itemId) => {
        left.delete(itemId)
        return Promise.resolve(sample)
      },
      getItem: () => Promise.resolve(sample),
      readFact: () => Promise.resolve(null),
      writeFact: () => Promise.resolve(),
    }
    const { files, mostAtOnce } = memoryFiles(count, sample)
    const archiving = startArchiving({
      folders: [folderSchema.parse({ id: 'inbox', path: '/in', afterUpload: 'archive' })],
      ledger,
      files,
      log: silent,
      trash: null,
      now: Date.now,
      onItemChanged: () => undefined,
      onStatusChanged: () => undefined,
    })
    let turns = 0
    const timer = setInterval(() => (turns += 1), 1)
    archiving.kick()
    await archiving.idle()
    clearInterval(timer)
    await archiving.stop()
    expect(left.size).toBe(0)
    expect(pages).toBeLessThanOrEqual(count / 100 + 1)
    expect(mostAtOnce()).toBe(1)
    // Timers ran all the while: nobody had to wait for the whole.
    expect(turns).toBeGreaterThan(100)
  }, 60_000)
})

async function sampleItem(): Promise<Item> {
  const here = place(await ledgerWithUpload())
  const ledger = openLedger(here.ledgerFile, { now: Date.now })
  const [item] = (await ledger.list({ states: [], text: '', order: 'oldest_first', limit: 1 })).items
  ledger.close()
  if (item === undefined) throw new Error('the ledger is empty')
  return item
}

/** A disk that is a table: names and what they lead to. Counts how many files are being moved at the same time. */
function memoryFiles(count: number, { sizeBytes, sha256 }: Item) {
  const names = new Map<string, number>()
  for (let id = 1; id <= count; id += 1) names.set(`/in/${String(id)}.png`, id)
  const folders = new Set(['/in'])
  const moving = new Set<number>()
  let most = 0
  const files: ArchiveFiles = {
    look: (path) => {
      const key = names.get(path)
      if (folders.has(path))
        return Promise.resolve({ kind: 'folder', key: '1:1', sizeBytes: 0, modifiedAtNs: 0n })
      if (key === undefined) return Promise.resolve(null)
      return Promise.resolve({ kind: 'file', key: `1:${String(key)}`, sizeBytes, modifiedAtNs: 0n })
    },
    realPath: (path) => Promise.resolve(path),
    makeFolder: (path) => Promise.resolve(void folders.add(path)),
    read: () => Promise.resolve({ sizeBytes, sha256: sha256 ?? '' }),
    link: (from, to) => {
      const key = names.get(from) ?? 0
      names.set(to, key)
      moving.add(key)
      most = Math.max(most, moving.size)
      return Promise.resolve()
    },
    copy: () => Promise.reject(new Error('not needed')),
    reserve: () => Promise.reject(new Error('not needed')),
    rename: (from, to) => {
      names.set(to, names.get(from) ?? 0)
      names.delete(from)
      return Promise.resolve()
    },
    remove: (path) => {
      moving.delete(names.get(path) ?? 0)
      return Promise.resolve(void names.delete(path))
    },
    syncFolder: () => Promise.resolve(),
  }
  return { files, mostAtOnce: () => most }
}
