import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { ledgerEngine } from '../../support/ledger-engine.ts'
import type { LedgerEngine } from '../../support/ledger-engine.ts'
import { smallDisk } from '../../support/small-disk.ts'

const named = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, number) => `cust-${letter}${String(number)}_passport.png`)

/** Writes until nothing more goes onto the disk. Returns what makes room again. */
function fillDisk(root: string): () => void {
  const ballast = join(root, 'ballast')
  for (let chunkBytes = 1_048_576; chunkBytes >= 512; chunkBytes /= 2) {
    for (;;) {
      try {
        writeFileSync(ballast, Buffer.alloc(chunkBytes), { flag: 'a' })
      } catch {
        break
      }
    }
  }
  return () => {
    rmSync(ballast)
  }
}

async function expectAllOnce(desk: LedgerEngine, names: readonly string[]): Promise<void> {
  await desk.allIn(names, 'uploaded')
  expect(desk.sandbox.mediaCount()).toBe(names.length)
  expect(await desk.engine().handlers['ledger.verify']({})).toMatchObject({ ok: true, faults: [] })
}

describe('an engine whose ledger cannot be written', () => {
  it('pauses on a full disk, says so, and goes on by itself when there is room', async () => {
    const disk = smallDisk(12_000_000)
    if (disk === null) return
    const desk = await ledgerEngine({ root: disk.root })
    await desk.start()
    const early = named('a', 5)
    desk.drop(early)
    await desk.allIn(early, 'awaiting_review')
    const makeRoom = fillDisk(disk.root)
    const late = named('b', 40)
    desk.drop(late)
    await desk.until(async () => (await desk.status()).ledger.state === 'paused', 'the engine pauses')
    const { ledger, lane } = await desk.status()
    expect(ledger.failure).toMatchObject({ code: 'disk_full' })
    expect(ledger.freeBytes).toBeLessThan(100_000)
    expect(lane).toMatchObject({ state: 'stopped', failure: { code: 'disk_full' } })
    const [item] = await desk.items()
    await expect(
      desk.engine().handlers['review.approve']({ itemId: item?.id ?? 0, revision: item?.revision ?? 0 }),
    ).rejects.toMatchObject({ code: 'disk_full' })
    await expect(desk.engine().handlers['ledger.backUp']({})).rejects.toMatchObject({ code: 'disk_full' })

    makeRoom()
    await desk.until(async () => (await desk.status()).ledger.state === 'ok', 'the engine goes on')
    await desk.allIn([...early, ...late], 'awaiting_review')
    await desk.approve([...early, ...late])
    await expectAllOnce(desk, [...early, ...late])
  }, 60_000)

  it('sends nothing twice when the disk is full at the moment of an answer', async () => {
    const disk = smallDisk(12_000_000)
    if (disk === null) return
    const desk = await ledgerEngine({ root: disk.root })
    await desk.start()
    const names = named('a', 8)
    desk.drop(names)
    await desk.allIn(names, 'awaiting_review')
    desk.sandbox.faults.next([{ kind: 'delay', delayMs: 800, times: 4 }])
    await desk.approve(names)
    await desk.until(
      async () => (await desk.items()).some(({ state }) => state === 'uploading'),
      'uploads are on their way',
    )
    const makeRoom = fillDisk(disk.root)
    await desk.until(async () => (await desk.status()).ledger.state === 'paused', 'the engine pauses')
    makeRoom()
    await desk.until(async () => (await desk.status()).ledger.state === 'ok', 'the engine goes on')
    await expectAllOnce(desk, names)
  }, 60_000)

  it('pauses while another program holds the ledger, and goes on after it', async () => {
    const desk = await ledgerEngine()
    await desk.start()
    const other = new Database(desk.ledgerFile)
    other.exec('BEGIN IMMEDIATE')
    const names = named('a', 3)
    desk.drop(names)
    await desk.until(async () => (await desk.status()).ledger.state === 'paused', 'the engine pauses')
    expect((await desk.status()).ledger.failure).toMatchObject({ code: 'ledger_locked' })
    other.exec('ROLLBACK')
    other.close()
    await desk.until(async () => (await desk.status()).ledger.state === 'ok', 'the engine goes on')
    await desk.allIn(names, 'awaiting_review')
    await desk.approve(names)
    await expectAllOnce(desk, names)
  }, 60_000)

  it('does not start on a read-only disk, says why, and starts when it can be written', async () => {
    const disk = smallDisk(12_000_000)
    if (disk === null) return
    const desk = await ledgerEngine({ root: disk.root })
    await desk.start()
    const names = named('a', 3)
    desk.drop(names)
    await desk.allIn(names, 'awaiting_review')
    await desk.stop()
    disk.setReadOnly(true)
    await expect(desk.start()).rejects.toMatchObject({ code: 'ledger_unwritable' })
    disk.setReadOnly(false)
    await desk.start()
    await desk.approve(names)
    await expectAllOnce(desk, names)
  }, 60_000)

  it('is the only one on its ledger: a second engine is refused and does not disturb it', async () => {
    const desk = await ledgerEngine()
    await desk.start()
    const first = desk.engine()
    await expect(desk.start()).rejects.toMatchObject({ code: 'ledger_locked' })
    expect(desk.engine()).toBe(first)
    const names = named('a', 3)
    desk.drop(names)
    await desk.allIn(names, 'awaiting_review')
    await desk.approve(names)
    await expectAllOnce(desk, names)
  })
})
