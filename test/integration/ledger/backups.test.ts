import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { examineInThread } from '../../../electron/engine/ledger/examination.ts'
import { openLedger } from '../../../electron/engine/ledger/ledger.ts'
import { ledgerFixture, takeIn } from '../../support/ledger-fixture.ts'
import { listedFile } from '../../support/ledger-steps.ts'
import { smallDisk } from '../../support/small-disk.ts'

describe('a backup', () => {
  it('is one whole ledger of its moment, though writing went on', async () => {
    const { ledger, file } = await ledgerFixture()
    const many = Array.from({ length: 3_000 }, (_, number) => listedFile(`${String(number)}.jpg`))
    await ledger.recordListed('inbox', many, 1)
    const making = ledger.backUp()
    await ledger.recordListed('inbox', [listedFile('late.jpg')], 2)
    const backup = await making
    expect(backup).toMatchObject({ kind: 'daily', madeAtMs: 1_700_000_000_000 })
    const folder = join(dirname(file), 'backups')
    expect(readdirSync(folder)).toEqual([backup.name])
    const copy = openLedger(join(folder, backup.name), { now: Date.now, readonly: true })
    expect(copy.id).toBe(ledger.id)
    expect(await copy.verify()).toMatchObject({ ok: true })
    expect(copy.headSeq()).toBeGreaterThanOrEqual(3_001)
    copy.close()
    expect(await ledger.listBackups()).toEqual([backup])
  })

  it('is refused where the ledger does not prove itself, and leaves nothing behind', async () => {
    const { ledger, file } = await ledgerFixture()
    await takeIn(ledger, 'a.jpg')
    const editor = new Database(file)
    editor.exec('DROP TRIGGER audit_events_never_changed')
    editor.exec(`UPDATE audit_events SET actor = 'eve' WHERE seq = 2`)
    editor.close()
    await expect(ledger.backUp()).rejects.toMatchObject({ code: 'ledger_damaged' })
    expect(readdirSync(join(dirname(file), 'backups'))).toEqual([])
  })

  it('is not begun where there is no room for it', async () => {
    const disk = smallDisk(8_000_000)
    if (disk === null) return
    const file = join(disk.root, 'ledger.sqlite3')
    const ledger = openLedger(file, { now: Date.now })
    await expect(ledger.backUp()).rejects.toMatchObject({ code: 'disk_full' })
    expect(readdirSync(join(disk.root, 'backups'))).toEqual([])
    ledger.close()
  })

  it('is kept by number, and apart from those before a migration', async () => {
    const { ledger, file, clock } = await ledgerFixture()
    const folder = join(dirname(file), 'backups')
    mkdirSync(folder)
    writeFileSync(join(folder, 'ledger-v1-2020-01-01T000000.sqlite3'), '')
    writeFileSync(join(folder, 'notes.txt'), '')
    const names: string[] = []
    for (let day = 0; day < 4; day += 1) {
      names.unshift((await ledger.backUp()).name)
      clock.nowMs += 86_400_000
    }
    await ledger.pruneBackups(2)
    expect((await ledger.listBackups()).map(({ name, kind }) => [name, kind])).toEqual([
      [names[0], 'daily'],
      [names[1], 'daily'],
      ['ledger-v1-2020-01-01T000000.sqlite3', 'migration'],
    ])
    expect(readdirSync(folder)).toContain('notes.txt')
  })

  it('is examined in a thread of its own, which says the same of a damaged one', async () => {
    const { file } = await ledgerFixture()
    const examine = examineInThread(
      new URL('../../../electron/engine/ledger/examination-worker.ts', import.meta.url),
    )
    const ledger = openLedger(file, { now: Date.now, examine })
    await takeIn(ledger, 'a.jpg')
    const { name } = await ledger.backUp()
    await ledger.check()
    ledger.close()
    const copy = join(dirname(file), 'backups', name)
    await examine({ file: copy, leastHeadSeq: 2 })
    await expect(examine({ file: copy, leastHeadSeq: 1_000 })).rejects.toMatchObject({
      code: 'ledger_damaged',
    })
    writeFileSync(copy, 'garbage '.repeat(2_000))
    await expect(examine({ file: copy, leastHeadSeq: null })).rejects.toMatchObject({
      code: 'ledger_damaged',
    })
  })
})
