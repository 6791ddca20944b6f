import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRetention, startRetention } from '../../../electron/engine/retention.ts'
import type { Log } from '../../../electron/engine/log.ts'
import { folderSchema } from '../../../electron/shared/settings/folder.ts'
import { ledgerFixture, takeIn } from '../../support/ledger-fixture.ts'
import { listedFile } from '../../support/ledger-steps.ts'
import { manualTimers } from '../../support/manual-timers.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { dayMs, uploadedItem } from '../evidence/sent-items.ts'

const silent: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  close: () => undefined,
}

async function retained({ enabled = true, afterDays = 30 } = {}) {
  const fixture = await ledgerFixture()
  const inbox = join(temporaryFolder(), 'inbox')
  mkdirSync(inbox)
  await fixture.ledger.recordFolder('inbox', inbox)
  const options = {
    ledger: fixture.ledger,
    settings: { enabled, afterDays },
    folders: [folderSchema.parse({ id: 'inbox', path: inbox })],
    log: silent,
    now: () => fixture.clock.nowMs,
    onErased: () => undefined,
  }
  return { ...fixture, inbox, options, retention: createRetention(options) }
}

describe('the retention policy', () => {
  it('erases finished items that are old enough and whose file is gone', async () => {
    const place = await retained()
    const { ledger, clock, inbox, retention } = place
    const gone = await uploadedItem(place, 'gone.jpg', 'one')
    const there = await uploadedItem(place, 'there.jpg', 'two')
    writeFileSync(join(inbox, 'there.jpg'), '')
    const open = await takeIn(ledger, 'open.jpg', { entityId: 'three' })

    clock.nowMs += 29 * dayMs
    expect(await retention.preview()).toMatchObject({ itemCount: 0, keptPresent: 0 })
    const young = await uploadedItem(place, 'young.jpg', 'four')
    clock.nowMs += 2 * dayMs

    expect(await retention.preview()).toMatchObject({ itemCount: 1, keptPresent: 1 })
    expect((await ledger.getItem(gone.id)).erasedAtMs).toBeNull()
    expect(await retention.run()).toMatchObject({ itemCount: 1, keptPresent: 1 })
    expect((await ledger.getItem(gone.id)).erasedAtMs).toBe(clock.nowMs)
    for (const kept of [there, open, young]) expect(await ledger.getItem(kept.id)).toEqual(kept)
    expect(await retention.run()).toMatchObject({ itemCount: 0, keptPresent: 1 })
    expect((await ledger.verify()).faults).toEqual([])
  })

  it('keeps everything while nobody can say whether the files are there', async () => {
    const place = await retained()
    await uploadedItem(place, 'gone.jpg', 'one')
    place.clock.nowMs += 40 * dayMs
    rmSync(place.inbox, { recursive: true })
    expect(await place.retention.run()).toMatchObject({ itemCount: 0, keptPresent: 1 })
    const unwatched = createRetention({ ...place.options, folders: [] })
    expect(await unwatched.run()).toMatchObject({ itemCount: 1, keptPresent: 0 })
  })

  it('says what it would do while it is switched off, and does nothing', async () => {
    const place = await retained({ enabled: false })
    await uploadedItem(place, 'gone.jpg', 'one')
    place.clock.nowMs += 40 * dayMs
    expect(await place.retention.preview()).toMatchObject({ itemCount: 1 })
    await expect(place.retention.run()).rejects.toThrow(expect.objectContaining({ code: 'retention_off' }))
    expect((await place.ledger.getItem(1)).erasedAtMs).toBeNull()
  })

  it('names the oldest day that stays', async () => {
    const { clock, retention } = await retained()
    clock.nowMs = new Date(2026, 2, 31, 14).getTime()
    expect((await retention.preview()).untilDay).toBe('2026-03-01')
  })

  it('goes through more items than one batch', async () => {
    const place = await retained()
    const paths = Array.from({ length: 650 }, (_, index) => `${String(index)}.tmp`)
    const ignored = paths.map((path) => listedFile(path, { ignoredBecause: { words: '*.tmp' } }))
    await place.ledger.recordListed('inbox', ignored, place.clock.nowMs)
    place.clock.nowMs += 40 * dayMs
    expect(await place.retention.run()).toMatchObject({ itemCount: 650 })
    expect((await place.ledger.verify()).faults).toEqual([])
  })

  it('runs by itself once a day', async () => {
    const place = await retained()
    await uploadedItem(place, 'gone.jpg', 'one')
    place.clock.nowMs += 40 * dayMs
    const timers = manualTimers()
    const daily = startRetention({ ...place.options, timers })
    await timers.next()
    await expect.poll(async () => (await place.ledger.getItem(1)).erasedAtMs).toBe(place.clock.nowMs)
    await expect.poll(() => timers.delaysMs()).toHaveLength(1)

    await uploadedItem(place, 'next.jpg', 'two')
    place.clock.nowMs += dayMs - 1
    await timers.next()
    await expect.poll(() => timers.delaysMs()).toHaveLength(1)
    expect((await place.ledger.listErasable(place.clock.nowMs + 1, null, 10)).length).toBe(1)
    await daily.stop()
  })
})
