import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { ledgerVersion } from '../../../electron/engine/ledger/migrations.ts'
import { finding } from '../../../electron/shared/finding-codes.ts'
import type { Finding } from '../../../electron/shared/finding-codes.ts'
import { say } from '../../../electron/shared/sentences/say.ts'
import { ledgerFixture, takeIn } from '../../support/ledger-fixture.ts'
import { identifiedFile } from '../../support/ledger-steps.ts'
import type { LedgerFixture } from '../../support/ledger-fixture.ts'

const cut = finding('damaged', say('picture_without_end'))
/** As an Intray wrote it that kept English alone. */
const older: Finding = { code: 'damaged', severity: 'block', evidence: cut.evidence }

/** A ledger of version 3, which kept what it found as text alone, with one item that is held. */
async function ledgerOfVersion3(): Promise<LedgerFixture> {
  const fixture = await ledgerFixture()
  await takeIn(fixture.ledger, 'a.jpg', { findings: [older], route: 'needs_attention' })
  fixture.ledger.close()
  const database = new Database(fixture.file)
  database.exec(
    `ALTER TABLE items DROP COLUMN failure_said; ALTER TABLE items DROP COLUMN reason_said;
     ALTER TABLE index_rows DROP COLUMN problem_said;
     DROP INDEX audit_events_decided; DROP INDEX item_decisions_by`,
  )
  database.pragma('user_version = 3')
  database.close()
  return { ...fixture, ledger: fixture.reopen() }
}

describe('a ledger that kept what it found in English alone', () => {
  it('is brought to the present version, and proves itself as it was', async () => {
    const { ledger, file } = await ledgerOfVersion3()
    expect((await ledger.verify()).faults).toEqual([])
    expect((await ledger.getItem(1)).findings).toEqual([older])
    const database = new Database(file, { readonly: true })
    expect(database.pragma('user_version', { simple: true })).toBe(ledgerVersion)
    database.close()
  })

  it('keeps what is found anew as data too, and still proves itself', async () => {
    const { ledger } = await ledgerOfVersion3()
    const { revision, ...item } = await ledger.getItem(1)
    const again = { ...identifiedFile(item.path), itemId: item.id, revision, findings: [cut] }
    await ledger.recordReadAgain([{ ...again, ignoredBecause: null, route: 'needs_attention' }], 9)
    expect((await ledger.getItem(1)).findings).toEqual([cut])
    expect((await ledger.verify()).faults).toEqual([])
  })
})

describe('what the audit chain tells of findings', () => {
  it('is English alone', async () => {
    const { ledger } = await ledgerFixture()
    const item = await takeIn(ledger, 'a.jpg', { findings: [cut], route: 'needs_attention' })
    const { events } = await ledger.getDetail(item.id)
    expect(events.map(({ data }) => data['findings'])).toEqual([undefined, [older]])
  })

  it('covers the data beside it, so that nobody alters it unnoticed', async () => {
    const { ledger, file } = await ledgerFixture()
    await takeIn(ledger, 'a.jpg', { findings: [cut], route: 'needs_attention' })
    const database = new Database(file)
    database.exec(`UPDATE items SET findings = json_set(findings, '$[0].said.code', 'no_picture')`)
    database.close()
    expect((await ledger.verify()).faults.map(({ words }) => words)).toEqual([
      expect.stringContaining('Item 1 differs from its last event'),
    ])
  })
})
