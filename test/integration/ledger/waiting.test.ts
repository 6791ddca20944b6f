import { describe, expect, it } from 'vitest'
import type { ReadAgain } from '../../../electron/engine/ledger/identification-steps.ts'
import type { Item } from '../../../electron/shared/records.ts'
import { ledgerFixture, takeIn } from '../../support/ledger-fixture.ts'
import { identifiedFile } from '../../support/ledger-steps.ts'

const waiting = { route: 'identified', waitsFor: 'other_side', waitsUntilMs: 500 } as const
const byRule = {
  source: 'rule',
  path: 'a.jpg',
  ruleId: 'entity-and-type',
  ruleName: 'Entity and media type',
  ruleVersion: 2,
  setVersion: 7,
  spans: [{ field: 'entity_id', start: 0, end: 1 }],
  date: null,
  indexPath: null,
  indexRow: null,
} as const

function again(item: Item, over: Partial<ReadAgain>): ReadAgain {
  return { ...identifiedFile(item.path), role: item.role, itemId: item.id, revision: item.revision, ...over }
}

describe('an item that waits', () => {
  it('stays identified, is due at its time, and moves on', async () => {
    const { ledger } = await ledgerFixture()
    const item = await takeIn(ledger, 'a.jpg', waiting)
    expect(item).toMatchObject({ state: 'identified', waitsFor: 'other_side', waitsUntilMs: 500 })
    expect(await ledger.dueItems(499, 1_000, 10)).toEqual([])
    expect((await ledger.dueItems(500, 1_000, 10)).map(({ id }) => id)).toEqual([item.id])
    await ledger.recordReadAgain([again(item, { route: 'awaiting_review' })], 501)
    expect(await ledger.getItem(item.id)).toMatchObject({
      state: 'awaiting_review',
      waitsFor: null,
      waitsUntilMs: null,
    })
    expect((await ledger.verify()).faults).toEqual([])
  })

  it('is due at once where it would wait for longer than anything waits: the clock was set back', async () => {
    const { ledger } = await ledgerFixture()
    const item = await takeIn(ledger, 'a.jpg', waiting)
    expect(await ledger.dueItems(100, 500, 10)).toEqual([])
    expect((await ledger.dueItems(100, 499, 10)).map(({ id }) => id)).toEqual([item.id])
  })

  it.each(['needs_attention', 'awaiting_review', 'approved'] as const)(
    'goes back to waiting from %s when a new reading says so',
    async (route) => {
      const { ledger } = await ledgerFixture()
      const item = await takeIn(ledger, 'a.jpg', { route })
      await ledger.recordReadAgain([again(item, waiting)], 3)
      expect(await ledger.getItem(item.id)).toMatchObject({ state: 'identified', waitsUntilMs: 500 })
    },
  )

  it('can be due in review, and waits for nothing once it is decided', async () => {
    const { ledger } = await ledgerFixture()
    const item = await takeIn(ledger, 'a.jpg', { waitsUntilMs: 500 })
    expect(await ledger.dueItems(500, 1_000, 10)).toHaveLength(1)
    const { id: itemId, revision } = item
    const approve = { itemId, revision, actor: 'ada', kind: 'item.approved', to: 'approved' } as const
    expect((await ledger.decide(approve, 3)).waitsUntilMs).toBeNull()
    expect(await ledger.dueItems(500, 1_000, 10)).toEqual([])
  })

  it('waits for nothing once it is gone or replaced', async () => {
    const { ledger } = await ledgerFixture()
    await takeIn(ledger, 'a.jpg', waiting)
    await takeIn(ledger, 'b.jpg', waiting)
    await ledger.recordMissing('inbox', ['a.jpg'], 3)
    await ledger.recordIdentified('inbox', [identifiedFile('b.jpg', { sha256: 'f'.repeat(64) })], 4)
    expect(await ledger.getItem(1)).toMatchObject({ state: 'missing', waitsFor: null, waitsUntilMs: null })
    expect(await ledger.getItem(2)).toMatchObject({ state: 'superseded', waitsFor: null, waitsUntilMs: null })
  })
})

describe('a reading', () => {
  it('is kept with its rule, its version and its characters', async () => {
    const { ledger } = await ledgerFixture()
    const item = await takeIn(ledger, 'a.jpg', {
      ruleVersion: 2,
      reading: byRule,
      fields: { branch: 'north' },
    })
    expect(item).toMatchObject({ ruleVersion: 2, reading: byRule, fields: { branch: 'north' } })
  })

  it('outlives a correction, and so do the corrected values a new reading', async () => {
    const { ledger } = await ledgerFixture()
    const item = await takeIn(ledger, 'a.jpg', {
      ruleVersion: 2,
      reading: byRule,
      fields: { branch: 'north' },
    })
    const corrected = await ledger.decide(
      {
        itemId: item.id,
        revision: item.revision,
        actor: 'ada',
        kind: 'item.corrected',
        values: {
          entityId: 'mine',
          mediaType: 'LETTER',
          fields: { branch: 'south' },
          findings: [],
          byPerson: true,
        },
      },
      3,
    )
    const kept = {
      entityId: 'mine',
      fields: { branch: 'south' },
      readBy: 'person',
      ruleId: 'entity-and-type',
      ruleVersion: 2,
      reading: byRule,
    }
    expect(corrected).toMatchObject(kept)
    expect(await ledger.findCorrected('inbox', ['a.jpg'])).toMatchObject([{ fields: { branch: 'south' } }])
    expect((await ledger.getDetail(item.id)).events.at(-1)?.data).toMatchObject({
      before: { entityId: 'cust-1', fields: { branch: 'north' }, readBy: 'rule' },
      item: { fields: { branch: 'south' } },
    })
    // By the rules: nothing happens at all. By the person's own values: only what follows from them is new.
    expect(await ledger.recordReadAgain([again(corrected, { route: 'needs_attention' })], 4)).toEqual([])
    const own = { entityId: 'mine', readBy: 'person', ruleId: null, ruleVersion: null, ...waiting } as const
    expect(await ledger.recordReadAgain([again(corrected, own)], 5)).toEqual([item.id])
    expect(await ledger.getItem(item.id)).toMatchObject({ ...kept, state: 'identified', waitsUntilMs: 500 })
  })

  it('does not touch what is sent', async () => {
    const { ledger } = await ledgerFixture()
    const item = await takeIn(ledger, 'a.jpg', { route: 'approved' })
    const sent = { number: 1, url: 'u', bodyForm: 'json', sentName: 'n' } as const
    await ledger.startAttempts([{ itemId: item.id, revision: item.revision, ...sent }], 3)
    const started = await ledger.getItem(item.id)
    expect(await ledger.recordReadAgain([again(started, { entityId: 'other' })], 4)).toEqual([])
    expect(await ledger.getItem(item.id)).toEqual(started)
  })
})
