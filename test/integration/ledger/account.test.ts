import { describe, expect, it } from 'vitest'
import { ledgerFixture, sendAccepted, takeIn } from '../../support/ledger-fixture.ts'
import { listedFile } from '../../support/ledger-steps.ts'
import type { LedgerFixture } from '../../support/ledger-fixture.ts'

const noon = new Date(2026, 10, 23, 12).getTime()
const dayMs = 86_400_000

async function uploaded({ ledger }: LedgerFixture, path: string): Promise<number> {
  const item = await takeIn(ledger, path, { route: 'approved' })
  await sendAccepted(ledger, item, path, noon)
  return item.id
}

describe('the account', () => {
  it('adds up by folder and day, with the reasons of what is not taken', async () => {
    const { ledger, clock } = await ledgerFixture()
    clock.nowMs = noon
    await ledger.recordFolder('other', '/other')
    const ignored = listedFile('x.tmp', { ignoredBecause: { words: '*.tmp' } })
    await ledger.recordListed('inbox', [listedFile('a.jpg'), ignored], noon - dayMs)
    await ledger.recordListed('inbox', [listedFile('b.jpg'), listedFile('c.jpg')], noon)
    await ledger.recordListed('other', [listedFile('d.jpg')], noon)
    await ledger.recordListed('other', [listedFile('old.jpg')], noon - 3 * dayMs)
    const none = { uploaded: 0, waiting: 0, attention: 0, rejected: 0, ignored: 0, missing: 0 }
    expect(await ledger.account(null, 2)).toEqual({
      days: [
        { ...none, folderId: 'inbox', day: '2026-11-23', seen: 2, waiting: 2 },
        { ...none, folderId: 'other', day: '2026-11-23', seen: 1, waiting: 1 },
        { ...none, folderId: 'inbox', day: '2026-11-22', seen: 2, waiting: 1, ignored: 1 },
      ],
      ignored: [{ folderId: 'inbox', reason: '*.tmp', said: null, count: 1 }],
    })
    expect((await ledger.account('other', 4)).days.map(({ day }) => day)).toEqual([
      '2026-11-23',
      '2026-11-20',
    ])
  })
})

describe('what was uploaded', () => {
  it('is archived once, by its folder, and its path is free for another file', async () => {
    const fixture = await ledgerFixture()
    const { ledger } = fixture
    const [first, second] = [await uploaded(fixture, 'a.jpg'), await uploaded(fixture, 'b.jpg')]
    await takeIn(ledger, 'waiting.jpg')
    expect((await ledger.toArchive(10)).map(({ id }) => id)).toEqual([first, second])
    expect(await ledger.toArchive(10, ['other'])).toEqual([])
    expect((await ledger.toArchive(10, ['inbox'], first)).map(({ id }) => id)).toEqual([second])
    expect(await ledger.recordArchived(first, '/archive/a.jpg', 5)).toMatchObject({
      state: 'uploaded',
      archivedTo: '/archive/a.jpg',
    })
    expect((await ledger.toArchive(10)).map(({ id }) => id)).toEqual([second])
    const again = await takeIn(ledger, 'a.jpg')
    expect(again.id).not.toBe(first)
    expect(await ledger.verify()).toMatchObject({ ok: true, faults: [] })
  })

  it('alone is archived', async () => {
    const { ledger } = await ledgerFixture()
    const { id } = await takeIn(ledger, 'a.jpg')
    await expect(ledger.recordArchived(id, '/archive/a.jpg', 5)).rejects.toMatchObject({
      code: 'transition_refused',
    })
  })
})

describe('a priority', () => {
  it('is a decision that changes nothing else', async () => {
    const { ledger } = await ledgerFixture()
    const item = await takeIn(ledger, 'a.jpg', { route: 'approved' })
    const decision = { itemId: item.id, actor: 'ada', kind: 'item.prioritised' } as const
    const raised = await ledger.decide({ ...decision, revision: item.revision, priority: 'high' }, 5)
    expect(raised).toMatchObject({ priority: 'high', state: 'approved' })
    const lowered = await ledger.decide({ ...decision, revision: raised.revision, priority: null }, 6)
    expect(lowered).toMatchObject({ priority: null, state: 'approved' })
    expect((await ledger.getDetail(item.id)).events.slice(-2)).toMatchObject([
      { kind: 'item.prioritised', actor: 'ada', data: { item: { priority: 1 } } },
      { kind: 'item.prioritised', actor: 'ada' },
    ])
    expect(await ledger.verify()).toMatchObject({ ok: true })
  })
})
