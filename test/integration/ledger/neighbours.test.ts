import { describe, expect, it } from 'vitest'
import type { Ledger } from '../../../electron/engine/ledger/ledger.ts'
import type { Item } from '../../../electron/shared/records.ts'
import { ledgerFixture, sendAccepted, takeIn } from '../../support/ledger-fixture.ts'
import { identifiedFile } from '../../support/ledger-steps.ts'

async function reject({ id: itemId, revision }: Item, ledger: Ledger): Promise<void> {
  const reason = 'Not ours.'
  await ledger.decide({ itemId, revision, actor: 'ada', kind: 'item.rejected', to: 'rejected', reason }, 9)
}

describe('what is known of an entity', () => {
  it('counts its scans since a time, but not what was rejected, replaced, lost or is an index', async () => {
    const { ledger } = await ledgerFixture()
    await takeIn(ledger, 'a.jpg', { route: 'approved' })
    await takeIn(ledger, 'b.jpg', { route: 'needs_attention' })
    await reject(await takeIn(ledger, 'c.jpg'), ledger)
    await takeIn(ledger, 'd.jpg')
    await ledger.recordMissing('inbox', ['d.jpg'], 3)
    await takeIn(ledger, 'e.csv', { role: 'index', route: 'ignored' })
    await takeIn(ledger, 'f.jpg', { entityId: 'cust-2' })
    const counts = await ledger.countsForEntities(['cust-1', 'cust-2', 'nobody'], 1)
    expect(counts).toEqual(
      new Map([
        ['cust-1', 2],
        ['cust-2', 1],
      ]),
    )
    expect(await ledger.countsForEntities(['cust-1'], 2)).toEqual(new Map())
    const sides = await ledger.sidesOfEntities(['cust-1', 'cust-1'])
    expect(sides.map(({ itemId }) => itemId).sort()).toEqual([1, 2])
    expect(sides[0]).toMatchObject({
      folderId: 'inbox',
      entityId: 'cust-1',
      mediaType: 'IMAGE_PASSPORT_FRONT',
    })
  })

  it('still has a side that was sent and whose path another scan took over', async () => {
    const { ledger } = await ledgerFixture()
    const item = await takeIn(ledger, 'scan.jpg', { route: 'approved' })
    await sendAccepted(ledger, item, `n${String(item.id)}`, 20, 21)
    const next = identifiedFile('scan.jpg', { sha256: 'f'.repeat(64), entityId: 'cust-2' })
    await ledger.recordIdentified('inbox', [next], 5)
    expect(await ledger.sidesOfEntities(['cust-1'])).toMatchObject([{ itemId: item.id, state: 'uploaded' }])
  })

  it('includes what the endpoint last said', async () => {
    const { ledger } = await ledgerFixture()
    const item = await takeIn(ledger, 'a.jpg')
    expect((await ledger.getDetail(item.id)).entityCheck).toBeNull()
    await ledger.recordEntityCheck({ entityId: 'cust-1', result: 'unknown', checkedAtMs: 10 })
    const known = { entityId: 'cust-1', result: 'known', checkedAtMs: 20 } as const
    await ledger.recordEntityCheck(known)
    await ledger.recordEntityCheck({ entityId: 'cust-1', result: 'placeholder', checkedAtMs: 15 })
    expect(await ledger.readEntityChecks(['cust-1', 'cust-2'])).toEqual([known])
    expect((await ledger.getDetail(item.id)).entityCheck).toEqual(known)
  })
})

describe('what was at a path before', () => {
  it('is the newest that was decided or sent, whether it still lies there or not', async () => {
    const { ledger } = await ledgerFixture()
    const first = await takeIn(ledger, 'scan.jpg', { route: 'approved' })
    const { sha256, entityId } = first
    const earlier = { path: 'scan.jpg', itemId: first.id, sha256, entityId }
    expect(await ledger.earlierAtPaths('inbox', ['scan.jpg', 'other.jpg'])).toEqual([
      { ...earlier, state: 'approved' },
    ])
    await sendAccepted(ledger, first, `n${String(first.id)}`, 20, 21)
    const ids = await ledger.recordIdentified(
      'inbox',
      [identifiedFile('scan.jpg', { sha256: 'f'.repeat(64) })],
      5,
    )
    expect(await ledger.earlierAtPaths('inbox', ['scan.jpg'])).toEqual([{ ...earlier, state: 'uploaded' }])
    expect(await ledger.earlierAtPaths('elsewhere', ['scan.jpg'])).toEqual([])
    const second = await ledger.getItem(ids[1] ?? 0)
    await reject(second, ledger)
    expect(await ledger.earlierAtPaths('inbox', ['scan.jpg'])).toMatchObject([
      { itemId: second.id, state: 'rejected' },
    ])
  })
})

describe('a content', () => {
  it('is known with its reason when it was rejected before', async () => {
    const { ledger } = await ledgerFixture()
    const item = await takeIn(ledger, 'a.jpg')
    const sha256 = item.sha256 ?? ''
    expect(await ledger.rejectedSameContent([sha256])).toEqual([])
    await reject(item, ledger)
    expect(await ledger.rejectedSameContent([sha256, 'f'.repeat(64)])).toEqual([
      { sha256, itemId: item.id, reason: 'Not ours.' },
    ])
  })
})

describe('the names that rules are tried on', () => {
  it('are those of waiting scans, in pages', async () => {
    const { ledger } = await ledgerFixture()
    await takeIn(ledger, 'a.jpg', { route: 'identified', fields: { branch: 'north' } })
    await takeIn(ledger, 'b.jpg', { route: 'needs_attention', readBy: null, entityId: null })
    await takeIn(ledger, 'c.jpg', { route: 'approved' })
    await takeIn(ledger, 'd.jpg')
    await takeIn(ledger, 'index.csv', { role: 'index', route: 'needs_attention' })
    const page = await ledger.waitingNames(0, 2)
    expect(page.map(({ path }) => path)).toEqual(['a.jpg', 'b.jpg'])
    expect(page[0]).toEqual({
      itemId: 1,
      folderId: 'inbox',
      path: 'a.jpg',
      state: 'identified',
      waiting: true,
      confirmed: false,
      entityId: 'cust-1',
      mediaType: 'IMAGE_PASSPORT_FRONT',
      fields: { branch: 'north' },
      readBy: 'rule',
      ruleId: 'entity-and-type',
    })
    expect((await ledger.waitingNames(2, 2)).map(({ path }) => path)).toEqual(['d.jpg'])
  })

  it('are those of decided scans, the newest first, with who confirmed them', async () => {
    const { ledger } = await ledgerFixture()
    const byPerson = await takeIn(ledger, 'a.jpg')
    await takeIn(ledger, 'b.jpg', { route: 'approved', entityId: 'two' })
    await takeIn(ledger, 'c.jpg')
    const sent = await takeIn(ledger, 'd.jpg', { route: 'approved', entityId: 'three' })
    const { id: itemId, revision } = byPerson
    await ledger.decide({ itemId, revision, actor: 'ada', kind: 'item.approved', to: 'approved' }, 50)
    await sendAccepted(ledger, sent, `n${String(sent.id)}`, 20, 21)
    const names = await ledger.decidedNames(10)
    expect(names.map(({ path, confirmed, waiting }) => [path, confirmed, waiting])).toEqual([
      ['a.jpg', true, false],
      ['d.jpg', true, false],
      ['b.jpg', false, false],
    ])
    expect((await ledger.decidedNames(1)).map(({ path }) => path)).toEqual(['a.jpg'])
  })
})
