import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { itemStates } from '../../../electron/shared/item-states.ts'
import { ledgerEngine } from '../../support/ledger-engine.ts'
import type { LedgerEngine } from '../../support/ledger-engine.ts'

const named = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, number) => `cust-${letter}${String(number)}_passport.png`)

const before = named('a', 20)
const approvedBefore = named('b', 10)
const waitingBefore = named('c', 10)
const newAndSent = named('d', 10)
const newAndWaiting = named('e', 10)
const all = [...before, ...approvedBefore, ...waitingBefore, ...newAndSent, ...newAndWaiting]

/** Sixty files: a backup after twenty uploads, thirty more uploads behind it, ten that nobody approved yet. */
async function withUploadsAfterBackup(): Promise<LedgerEngine> {
  const desk = await ledgerEngine()
  await desk.start()
  desk.drop([...before, ...approvedBefore, ...waitingBefore])
  await desk.allIn([...before, ...approvedBefore, ...waitingBefore], 'awaiting_review')
  await desk.approve(before)
  await desk.allIn(before, 'uploaded')
  await desk.engine().handlers['uploads.pause']({})
  await desk.approve(approvedBefore)
  await desk.engine().handlers['ledger.backUp']({})
  await desk.engine().handlers['uploads.resume']({})
  await desk.approve(waitingBefore)
  await desk.allIn([...approvedBefore, ...waitingBefore], 'uploaded')
  desk.drop([...newAndSent, ...newAndWaiting])
  await desk.allIn([...newAndSent, ...newAndWaiting], 'awaiting_review')
  await desk.approve(newAndSent)
  await desk.allIn(newAndSent, 'uploaded')
  return desk
}

async function expectEverythingOnce(desk: LedgerEngine): Promise<void> {
  expect(desk.sandbox.mediaCount()).toBe(all.length)
  for (const name of all) {
    expect(desk.sandbox.media(name.slice(0, name.indexOf('_'))), name).toHaveLength(1)
  }
  expect(await desk.engine().handlers['ledger.verify']({})).toMatchObject({ ok: true, faults: [] })
}

function backupPath(desk: LedgerEngine, name = ''): string {
  return join(dirname(desk.ledgerFile), 'backups', name)
}

const damages: readonly [string, (file: string) => void][] = [
  [
    'is overwritten with garbage',
    (file) => {
      writeFileSync(file, Buffer.alloc(statSync(file).size, 'garbage '))
    },
  ],
  [
    'is cut in half',
    (file) => {
      truncateSync(file, Math.floor(statSync(file).size / 8192) * 4096)
    },
  ],
  [
    'is deleted',
    (file) => {
      rmSync(file)
    },
  ],
  [
    'has garbage in the middle',
    (file) => {
      const bytes = readFileSync(file)
      bytes.fill(0xa5, 40_960, Math.min(bytes.length, 40_960 + 200_000))
      writeFileSync(file, bytes)
    },
  ],
]

describe('a ledger that', () => {
  it.each(damages)(
    '%s is restored, and what it had sent since the backup is not sent again',
    async (what, damage) => {
      const desk = await withUploadsAfterBackup()
      const { ledgerId } = await desk.status()
      await desk.stop()
      damage(desk.ledgerFile)
      await desk.start()
      await desk.allIn(all.slice(0, 50), 'uploaded')
      await desk.allIn(newAndWaiting, 'awaiting_review')
      await desk.until(async () => (await desk.status()).ledger.restored?.finished === true, 'the gap closes')

      const status = await desk.status()
      expect(status.ledgerId).toBe(ledgerId)
      expect(status.ledger).toMatchObject({ state: 'ok', failure: null })
      expect(status.ledger.restored?.backupName).toMatch(/^ledger-2.*\.sqlite3$/)
      // Found at the endpoint: thirty. Found anew in the folder, not sent: ten.
      expect(status.ledger.restored?.reconstructedCount).toBe(40)
      const setAside = status.ledger.restored?.setAside ?? ''
      expect(setAside !== '' && existsSync(setAside)).toBe(what !== 'is deleted')
      const items = await desk.items()
      expect(
        items
          .filter((item) => item.reconstructed)
          .map((item) => item.path)
          .sort(),
      ).toEqual([...approvedBefore, ...waitingBefore, ...newAndSent, ...newAndWaiting].sort())
      expect(itemStates.reduce((sum, state) => sum + status.counts[state], 0)).toBe(60)
      expect(status.folders[0]?.unaccounted).toBe(0)
      const account = await desk.engine().handlers['folders.account']({ days: 2 })
      expect(account.days.reduce((sum, day) => sum + day.seen, 0)).toBe(60)
      expect(account.days.reduce((sum, day) => sum + day.uploaded + day.waiting, 0)).toBe(60)

      // The backup was made while uploads were paused, so they are again.
      await desk.engine().handlers['uploads.resume']({})
      await desk.approve(newAndWaiting)
      await desk.allIn(all, 'uploaded')
      await expectEverythingOnce(desk)
    },
    60_000,
  )

  it('was replaced by an older copy is behind its witness, and what is lost is looked for in the same way', async () => {
    const desk = await withUploadsAfterBackup()
    const [backup] = (await desk.engine().handlers['ledger.backups']({})).backups
    await desk.stop()
    copyFileSync(backupPath(desk, backup?.name), desk.ledgerFile)
    await desk.start()
    await desk.allIn(all.slice(0, 50), 'uploaded')
    await desk.until(async () => (await desk.status()).ledger.restored?.finished === true, 'the gap closes')
    expect((await desk.status()).ledger.restored).toMatchObject({ setAside: '', backupName: null })
    await desk.allIn(newAndWaiting, 'awaiting_review')
    await desk.engine().handlers['uploads.resume']({})
    await desk.approve(newAndWaiting)
    await desk.allIn(all, 'uploaded')
    await expectEverythingOnce(desk)
  }, 60_000)

  it('has no backup that can be used begins anew, and still sends nothing twice', async () => {
    const desk = await withUploadsAfterBackup()
    const { ledgerId } = await desk.status()
    const [backup] = (await desk.engine().handlers['ledger.backups']({})).backups
    await desk.stop()
    truncateSync(desk.ledgerFile, 5_000)
    const backupFile = backupPath(desk, backup?.name)
    truncateSync(backupFile, Math.floor(statSync(backupFile).size / 2))
    await desk.start()
    await desk.allIn(all.slice(0, 50), 'uploaded')
    await desk.until(async () => (await desk.status()).ledger.restored?.finished === true, 'the gap closes')
    const status = await desk.status()
    expect(status.ledgerId).not.toBe(ledgerId)
    expect(status.ledger.restored).toMatchObject({ backupName: null })
    await desk.approve(newAndWaiting)
    await desk.allIn(all, 'uploaded')
    await expectEverythingOnce(desk)
  }, 60_000)

  it('was left half made by a crash at the very first start is simply made', async () => {
    const desk = await ledgerEngine()
    mkdirSync(dirname(desk.ledgerFile), { recursive: true })
    const draft = new Database(`${desk.ledgerFile}.founding`)
    draft.pragma('journal_mode = WAL')
    draft.exec('CREATE TABLE ledger_facts (name TEXT)')
    draft.close()
    await desk.start()
    const { ledger } = await desk.engine().handlers['status.get']({})
    expect(ledger).toMatchObject({ state: 'ok', restored: null })
    expect(existsSync(`${desk.ledgerFile}.founding`)).toBe(false)
    expect(await desk.engine().handlers['ledger.verify']({})).toMatchObject({ ok: true, faults: [] })
  })

  it('is damaged while the engine works is restored without a restart', async () => {
    const desk = await withUploadsAfterBackup()
    // A page number far behind the end of the file: SQLite meets it as soon as it reads its own schema again.
    const breaker = new Database(desk.ledgerFile)
    breaker.unsafeMode(true)
    breaker.pragma('writable_schema = ON')
    breaker.exec(`UPDATE sqlite_schema SET rootpage = 4000000000 WHERE name = 'attempts'`)
    breaker.pragma('schema_version = 4711')
    breaker.close()
    await desk.until(async () => (await restoredBy(desk)) !== null, 'the ledger is restored')
    await desk.allIn(all.slice(0, 50), 'uploaded')
    await desk.engine().handlers['uploads.resume']({})
    await desk.allIn(newAndWaiting, 'awaiting_review')
    await desk.approve(newAndWaiting)
    await desk.allIn(all, 'uploaded')
    await expectEverythingOnce(desk)
  }, 60_000)

  it('was restored sends nothing while the endpoint cannot be asked, and leaves it to a person', async () => {
    const desk = await withUploadsAfterBackup()
    await desk.stop()
    truncateSync(desk.ledgerFile, 5_000)
    desk.sandbox.faults.next([{ kind: 'refuse', status: 500, match: { method: 'GET' }, times: 10_000 }])
    await desk.start()
    await desk.engine().handlers['uploads.resume']({})
    const unclear = all.slice(20)
    await desk.allIn(unclear, 'needs_attention')
    const [held] = (await desk.items()).filter(({ path }) => path === newAndWaiting[0])
    expect(held).toMatchObject({ reason: expect.stringContaining('could not be asked') as string })
    expect(desk.sandbox.mediaCount()).toBe(50)
    // A person who knows better decides; the others stay where they are.
    await desk.engine().handlers['review.approve']({ itemId: held?.id ?? 0, revision: held?.revision ?? 0 })
    await desk.allIn(newAndWaiting.slice(0, 1), 'uploaded')
    expect(desk.sandbox.mediaCount()).toBe(51)
    await desk.allIn(
      unclear.filter((name) => name !== held?.path),
      'needs_attention',
    )
  }, 60_000)

  it('was restored finds what was sent though its files have left the folder', async () => {
    const desk = await withUploadsAfterBackup()
    await desk.stop()
    truncateSync(desk.ledgerFile, 5_000)
    for (const name of [...approvedBefore, ...waitingBefore]) rmSync(join(desk.inbox, name))
    await desk.start()
    await desk.allIn(all.slice(0, 50), 'uploaded')
    await desk.engine().handlers['uploads.resume']({})
    await desk.approve(newAndWaiting)
    await desk.allIn(all, 'uploaded')
    await expectEverythingOnce(desk)
  }, 60_000)

  it('was restored keeps an approval until the endpoint was asked', async () => {
    const desk = await withUploadsAfterBackup()
    await desk.stop()
    truncateSync(desk.ledgerFile, 5_000)
    desk.sandbox.faults.next([{ kind: 'refuse', status: 500, match: { method: 'GET' }, times: 30 }])
    await desk.start()
    await desk.engine().handlers['uploads.resume']({})
    await desk.allIn(newAndWaiting, 'awaiting_review')
    await desk.approve([...waitingBefore, ...newAndSent, ...newAndWaiting])
    await desk.allIn(all, 'uploaded')
    await expectEverythingOnce(desk)
  }, 60_000)
})

async function restoredBy(desk: LedgerEngine) {
  try {
    return (await desk.status()).ledger.restored
  } catch {
    // While the damaged ledger is set aside nothing can be read.
    return null
  }
}
