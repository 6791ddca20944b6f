import { rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startLedgerCare } from '../../../electron/engine/ledger-care.ts'
import type { Log } from '../../../electron/engine/log.ts'
import { ledgerFixture } from '../../support/ledger-fixture.ts'
import { listedFile } from '../../support/ledger-steps.ts'
import { manualTimers } from '../../support/manual-timers.ts'

const silent: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  close: () => undefined,
}

async function caring() {
  const fixture = await ledgerFixture()
  const timers = manualTimers()
  const care = startLedgerCare({
    ledger: fixture.ledger,
    ledgerFile: fixture.file,
    backupsKept: 3,
    timers,
    log: silent,
    now: () => fixture.clock.nowMs,
    onFailure: () => undefined,
    onStatusChanged: () => undefined,
  })
  onTestFinished(() => care.stop())
  /** A look after so long, when it has ended. */
  const lookAfter = async (delayMs: number): Promise<number> => {
    fixture.clock.nowMs += delayMs
    await timers.next()
    while (timers.delaysMs().length === 0) await new Promise(setImmediate)
    return (await fixture.ledger.listBackups().catch(() => [])).length
  }
  const see = (name: string) => fixture.ledger.recordListed('inbox', [listedFile(name)], fixture.clock.nowMs)
  return { ...fixture, care, lookAfter, see }
}

const minuteMs = 60_000
const dayMs = 86_400_000

describe('the daily backup', () => {
  it('is made at a quiet moment, once a day, and where something changed', async () => {
    const { lookAfter, see, care } = await caring()
    await see('a.jpg')
    expect(await lookAfter(minuteMs)).toBe(1)
    await see('b.jpg')
    expect(await lookAfter(minuteMs)).toBe(1)
    // A day later work is going on: after a quiet minute it is made.
    await see('c.jpg')
    expect(await lookAfter(dayMs)).toBe(1)
    expect(await lookAfter(minuteMs)).toBe(2)
    const { lastBackupAtMs } = await care.status()
    // Nothing changed for days: the last one still holds everything.
    expect(await lookAfter(3 * dayMs)).toBe(2)
    expect((await care.status()).lastBackupAtMs).toBe(lastBackupAtMs)
  })

  it('does not wait for a quiet moment that never comes', async () => {
    const { lookAfter, see } = await caring()
    expect(await lookAfter(minuteMs)).toBe(1)
    for (let hour = 1; hour <= 26; hour += 1) {
      await see(`${String(hour)}.jpg`)
      await lookAfter(60 * minuteMs)
    }
    expect(await lookAfter(0)).toBe(2)
  })

  it('keeps as many as it is told', async () => {
    const { lookAfter, see } = await caring()
    for (let day = 0; day < 6; day += 1) {
      await see(`${String(day)}.jpg`)
      await lookAfter(dayMs)
      expect(await lookAfter(minuteMs)).toBeLessThanOrEqual(3)
    }
    expect(await lookAfter(minuteMs)).toBe(3)
  })

  it('that fails is told, stops nothing, and is tried again', async () => {
    const { lookAfter, see, care, file } = await caring()
    const inTheWay = join(dirname(file), 'backups')
    writeFileSync(inTheWay, '')
    await see('a.jpg')
    await lookAfter(minuteMs)
    await lookAfter(minuteMs)
    expect((await care.status()).failure).toMatchObject({ code: 'ledger_unwritable' })
    rmSync(inTheWay)
    expect(await lookAfter(minuteMs)).toBe(0)
    expect(await lookAfter(10 * minuteMs)).toBe(1)
    expect(await care.status()).toMatchObject({ failure: null })
  })

  it('that failed is tried again soon where the clock was set back meanwhile', async () => {
    const { lookAfter, see, file } = await caring()
    const inTheWay = join(dirname(file), 'backups')
    writeFileSync(inTheWay, '')
    await see('a.jpg')
    await lookAfter(minuteMs)
    await lookAfter(minuteMs)
    rmSync(inTheWay)
    expect(await lookAfter(-365 * dayMs)).toBe(1)
  })
})
