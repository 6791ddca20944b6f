import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openLedger } from '../../../electron/engine/ledger/ledger.ts'
import type { Ledger } from '../../../electron/engine/ledger/ledger.ts'
import { ledgerFixture, takeIn } from '../../support/ledger-fixture.ts'
import { identifiedFile, listedFile } from '../../support/ledger-steps.ts'
import { writeLedgerOfVersion1 } from '../../support/ledger-version-1.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const items = [
  { path: 'box/sent.jpg', state: 'uploaded', readBy: 'rule' },
  { path: 'box/corrected.jpg', state: 'awaiting_review', readBy: 'person' },
  { path: 'box/unread.jpg', state: 'needs_attention', readBy: null },
] as const

function ledgerOfVersion1(): string {
  const file = join(temporaryFolder(), 'ledger.sqlite3')
  writeLedgerOfVersion1(file, items)
  return file
}

function opened(file: string, readonly = false): Ledger {
  const ledger = openLedger(file, { now: () => Date.UTC(2026, 0, 2), readonly })
  onTestFinished(() => {
    ledger.close()
  })
  return ledger
}

describe('a ledger of version 1', () => {
  it('keeps its items, their readers and attempts, and proves itself', async () => {
    const ledger = opened(ledgerOfVersion1())
    expect(await ledger.getItem(1)).toMatchObject({
      path: 'box/sent.jpg',
      state: 'uploaded',
      role: 'scan',
      fields: {},
      readBy: 'rule',
      ruleId: 'entity-and-type',
      ruleVersion: null,
      reading: null,
      waitsFor: null,
      rescanOf: null,
    })
    expect((await ledger.getItem(2)).readBy).toBe('person')
    expect((await ledger.getItem(3)).readBy).toBeNull()
    const { attempts } = await ledger.getDetail(1)
    expect(attempts).toMatchObject([{ sentName: 'n', fields: {} }])
    expect(await ledger.verify()).toMatchObject({ ok: true, faults: [], itemCount: 3 })
  })

  it('is copied before it is changed', () => {
    const file = ledgerOfVersion1()
    opened(file)
    const backups = join(dirname(file), 'backups')
    expect(readdirSync(backups)).toEqual(['ledger-v1-2026-01-02T000000.sqlite3'])
    const backup = new Database(join(backups, 'ledger-v1-2026-01-02T000000.sqlite3'))
    expect(backup.prepare('SELECT count(*) AS count FROM items').get()).toEqual({ count: 3 })
    expect(backup.pragma('user_version', { simple: true })).toBe(1)
    backup.close()
  })

  it('works on: counts, search and new files', async () => {
    const ledger = opened(ledgerOfVersion1())
    expect((await ledger.countsByFolder()).get('inbox')).toMatchObject({ uploaded: 1, needs_attention: 1 })
    const fresh = await takeIn(ledger, 'box/fresh.jpg', { readBy: 'index', fields: { branch: 'north' } })
    expect(fresh).toMatchObject({ id: 4, readBy: 'index', fields: { branch: 'north' } })
    const found = await ledger.list({ states: [], text: 'box', order: 'newest_first', limit: 10 })
    expect(found.items.map(({ id }) => id)).toEqual([4, 3, 2, 1])
    expect((await ledger.recordListed('inbox', [listedFile('box/corrected.jpg')], 9)).toSettle).toEqual([])
    const changed = identifiedFile('box/unread.jpg', { sha256: 'f'.repeat(64) })
    expect(await ledger.recordIdentified('inbox', [changed], 10)).toEqual([3, 5])
    expect((await ledger.verify()).faults).toEqual([])
  })

  it('is sound for SQLite too, its search index included', () => {
    const file = ledgerOfVersion1()
    opened(file)
    const database = new Database(file)
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(database.pragma('foreign_key_check')).toEqual([])
    expect(() => database.exec(`UPDATE items SET read_by = 'nobody' WHERE id = 1`)).toThrow(/CHECK/)
    expect(() => database.exec('DELETE FROM items')).toThrow(/never deleted/)
    database.close()
  })

  it('shows a further value that somebody put into it', async () => {
    const file = ledgerOfVersion1()
    const ledger = opened(file)
    const database = new Database(file)
    database.exec(
      `UPDATE items SET fields = '{"branch":"eve"}' WHERE id = 2; UPDATE items SET role = 'index' WHERE id = 3`,
    )
    database.close()
    const words = (await ledger.verify()).faults.map((fault) => fault.words)
    expect(words).toEqual([
      'Item 2 differs from its last event in fields.',
      'Item 3 differs from its last event in role.',
    ])
  })

  it('can be opened for reading alone', async () => {
    const ledger = opened(ledgerOfVersion1(), true)
    expect((await ledger.getItem(2)).fields).toEqual({})
    await expect(ledger.recordFolder('x', '/x')).rejects.toMatchObject({ code: 'ledger_unwritable' })
  })
})

describe('a migrated ledger and a new one', () => {
  it('have the same columns, indexes and triggers', async () => {
    const { file } = await ledgerFixture()
    const old = ledgerOfVersion1()
    opened(old)
    expect(shapeOf(old)).toEqual(shapeOf(file))
    expect(shapeOf(file)).toContain('items.read_by')
  })
})

function shapeOf(file: string): string[] {
  const database = new Database(file)
  const shape = database
    .prepare<[], { place: string }>(
      `SELECT t.name || '.' || c.name AS place FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'
       UNION SELECT type || ':' || name FROM sqlite_schema WHERE type IN ('index', 'trigger')`,
    )
    .all()
    .map(({ place }) => place)
  database.close()
  return shape.sort()
}
