import { readFileSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { LedgerFixture } from '../../support/ledger-fixture.ts'
import { ledgerFixture, takeIn } from '../../support/ledger-fixture.ts'
import { dayMs, uploadedItem } from './sent-items.ts'
import { say } from '../../../electron/shared/sentences/say.ts'

/** Erases everything that is older than 30 days, as the policy of a year would after a year. */
async function eraseOld({ ledger, clock }: LedgerFixture): Promise<number[]> {
  clock.nowMs += 40 * dayMs
  const items = await ledger.listErasable(clock.nowMs - 30 * dayMs, null, 100)
  const erased = await ledger.eraseItems(items, 30, clock.nowMs)
  await ledger.finishErasure()
  return erased
}

const words = ['wxyzsmith', 'wxyz', 'xyzs', 'yzsmith']

/** Which of the words stand anywhere in the bytes of a file. */
function wordsIn(file: string): string[] {
  const bytes = readFileSync(file, 'latin1')
  return words.filter((word) => bytes.includes(word))
}

describe('erasing an item', () => {
  it('takes its personal values, and the ledger still proves itself', async () => {
    const fixture = await ledgerFixture()
    const { ledger } = fixture
    const item = await uploadedItem(fixture, 'smith/passport.jpg', 'cust-smith')
    const open = await takeIn(ledger, 'jones/passport.jpg', { entityId: 'cust-jones' })

    expect(await eraseOld(fixture)).toEqual([item.id])

    expect((await ledger.verify()).faults).toEqual([])
    const { item: erased, attempts, events } = await ledger.getDetail(item.id)
    expect(erased).toMatchObject({
      state: 'uploaded',
      path: `erased-${String(item.id)}`,
      entityId: null,
      mediaType: 'IMAGE_PASSPORT_FRONT',
      fields: {},
      reading: null,
      findings: [{ code: 'duplicate_rejected', severity: 'warn', evidence: '' }],
      sha256: item.sha256,
      changedAtMs: item.changedAtMs,
      erasedAtMs: fixture.clock.nowMs,
    })
    expect(attempts).toMatchObject([
      { entityId: '', url: '', fields: {}, answerMessage: null, httpStatus: 200 },
    ])
    expect(events.map(({ kind, isErased }) => [kind, isErased])).toEqual([
      ['item.seen', true],
      ['item.identified', true],
      ['attempt.started', true],
      ['attempt.settled', true],
      ['item.erased', false],
    ])
    expect(await ledger.getItem(open.id)).toEqual(open)
  })

  it('takes a reason that Intray gave, in words and as data', async () => {
    const fixture = await ledgerFixture()
    const { ledger, clock } = fixture
    const { id: itemId, revision } = await takeIn(ledger, 'wxyzsmith/a.tiff')
    const reason = say('page_again', { path: 'wxyzsmith/whole.tiff' })
    const recipe = { kind: 'split_pages', quality: 80, scalePercent: 100, grey: false } as const
    await ledger.recordSplit({ itemId, revision, actor: 'anna', recipe, pages: [], reason }, clock.nowMs)
    expect(await ledger.getItem(itemId)).toMatchObject({ reason: reason.words, reasonSaid: reason.said })

    expect(await eraseOld(fixture)).toEqual([itemId])
    expect(await ledger.getItem(itemId)).toMatchObject({ reason: null, reasonSaid: null })
    expect((await ledger.verify()).faults).toEqual([])
    ledger.close()
    expect(wordsIn(fixture.file)).toEqual([])
  })

  it('leaves none of its words in the ledger’s file', async () => {
    const fixture = await ledgerFixture()
    await uploadedItem(fixture, 'wxyzsmith/passport.jpg', 'cust-wxyzsmith')
    fixture.ledger.close()
    expect(wordsIn(fixture.file)).not.toEqual([])

    const again = { ...fixture, ledger: fixture.reopen() }
    await eraseOld(again)
    again.ledger.close()

    const database = new Database(fixture.file)
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
    // The search index merges by the way again.
    expect(database.prepare(`SELECT v FROM item_search_config WHERE k = 'automerge'`).get()).toEqual({ v: 4 })
    database.close()
    expect(wordsIn(fixture.file)).toEqual([])
  })

  it('lets an export that reads an older state end, and cuts the journal then', async () => {
    const fixture = await ledgerFixture()
    const item = await uploadedItem(fixture, 'smith/passport.jpg', 'cust-smith')
    const reading = await fixture.ledger.openEvidence({ itemIds: [item.id] })
    setTimeout(() => {
      reading.close()
    }, 20)
    await eraseOld(fixture)
    expect(statSync(`${fixture.file}-wal`).size).toBe(0)
  })

  it('finds the item by its words no more', async () => {
    const fixture = await ledgerFixture()
    await uploadedItem(fixture, 'smith/passport.jpg', 'cust-smith')
    const find = (text: string) => fixture.ledger.list({ states: [], text, order: 'newest_first', limit: 10 })
    expect((await find('smith')).items).toHaveLength(1)
    await eraseOld(fixture)
    expect((await find('smith')).items).toEqual([])
    expect((await find('is:erased')).items).toHaveLength(1)
  })

  it('lets nothing follow', async () => {
    const fixture = await ledgerFixture()
    const item = await uploadedItem(fixture, 'a.jpg', 'one')
    await eraseOld(fixture)
    const erased = await fixture.ledger.getItem(item.id)
    const decision = {
      itemId: item.id,
      revision: erased.revision,
      actor: 'ada',
      kind: 'item.prioritised',
    } as const
    await expect(fixture.ledger.decide({ ...decision, priority: 'high' }, 1)).rejects.toThrow(
      expect.objectContaining({ code: 'transition_refused' }),
    )
  })

  it('is done once, and not to what changed meanwhile', async () => {
    const fixture = await ledgerFixture()
    const item = await uploadedItem(fixture, 'a.jpg', 'one')
    const found = { itemId: item.id, folderId: 'inbox', path: 'a.jpg', isCurrent: true }
    const late = fixture.clock.nowMs + 40 * dayMs
    expect(
      await fixture.ledger.eraseItems([{ ...found, changedAtMs: item.changedAtMs - 1 }], 30, late),
    ).toEqual([])
    expect(await fixture.ledger.eraseItems([{ ...found, changedAtMs: item.changedAtMs }], 30, late)).toEqual([
      item.id,
    ])
    expect(await fixture.ledger.eraseItems([{ ...found, changedAtMs: item.changedAtMs }], 30, late)).toEqual(
      [],
    )
  })

  it('is a fault where the policy did not allow it yet', async () => {
    const fixture = await ledgerFixture()
    const item = await uploadedItem(fixture, 'a.jpg', 'one')
    const [found] = await fixture.ledger.listErasable(fixture.clock.nowMs + 1, null, 1)
    if (found === undefined) throw new Error('nothing to erase')
    await fixture.ledger.eraseItems([found], 30, fixture.clock.nowMs + 29 * dayMs)
    const { faults } = await fixture.ledger.verify()
    expect(faults).toMatchObject([
      { itemId: item.id, words: expect.stringMatching(/before the policy allowed/) as string },
    ])
  })

  it('is the only change that the database lets through', async () => {
    const fixture = await ledgerFixture()
    await uploadedItem(fixture, 'a.jpg', 'one')
    const database = new Database(fixture.file)
    for (const sql of [
      `UPDATE audit_events SET data = '{}' WHERE seq = 2`,
      `UPDATE audit_events SET erased = 1 WHERE seq = 2`,
      `UPDATE audit_events SET data = '{}', erased = 1, actor = 'eve' WHERE seq = 2`,
      `UPDATE audit_events SET data = '{"a":1}', erased = 1 WHERE seq = 2`,
      `UPDATE audit_events SET data = '{}', erased = 1 WHERE seq = 1`,
    ]) {
      expect(() => database.exec(sql), sql).toThrow(/never changed/)
    }
    for (const sql of [
      `UPDATE attempts SET erased = 1`,
      `UPDATE attempts SET url = ''`,
      `UPDATE attempts SET url = '', entity_id = '', sent_name = 'erased-' || id, fields = '{}',
         answer_message = NULL, erased = 1, outcome = 'no_answer'`,
    ]) {
      expect(() => database.exec(sql), sql).toThrow(/never changed/)
    }
    database.exec(`UPDATE audit_events SET data = '{}', erased = 1 WHERE seq = 2`)
    expect(() =>
      database.exec(`UPDATE audit_events SET data = '{"a":1}', erased = 0 WHERE seq = 2`),
    ).toThrow()
    database.close()
    expect((await fixture.ledger.verify()).faults.map(({ words }) => words)).toContain(
      'The data of event 2 was taken away without an erasure.',
    )
  })
})
