import { describe, expect, it } from 'vitest'
import { ledgerFixture, takeIn } from '../../support/ledger-fixture.ts'
import { listedFile } from '../../support/ledger-steps.ts'

async function filled() {
  const { ledger } = await ledgerFixture()
  for (let number = 1; number <= 25; number += 1) {
    const entityId = number % 2 === 0 ? 'cust-even' : 'cust-odd'
    await takeIn(ledger, `box/scan_${String(number).padStart(3, '0')}.jpg`, { entityId })
  }
  return ledger
}

const all = { states: [], text: '', order: 'newest_first', limit: 10 } as const

describe('a list of items', () => {
  it.each(['newest_first', 'oldest_first'] as const)('pages through everything once, %s', async (order) => {
    const ledger = await filled()
    const seen: number[] = []
    let cursor: string | undefined
    do {
      const page = await ledger.list({ ...all, order, ...(cursor === undefined ? {} : { cursor }) })
      seen.push(...page.items.map((item) => item.id))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    const ascending = Array.from({ length: 25 }, (_, index) => index + 1)
    expect(seen).toEqual(order === 'oldest_first' ? ascending : ascending.reverse())
  })

  it('merges several states in one order', async () => {
    const ledger = await filled()
    const item = await ledger.getItem(3)
    await ledger.decide(
      { itemId: 3, revision: item.revision, actor: 'ada', kind: 'item.rejected', to: 'rejected' },
      50,
    )
    const page = await ledger.list({ ...all, states: ['awaiting_review', 'rejected'], limit: 2 })
    expect(page.items.map((entry) => entry.id)).toEqual([3, 25])
  })

  it.each([
    ['a part of the name', 'can_01', 10],
    ['an entity', 'even', 12],
    ['both', 'even can_02', 3],
    ['a long and a short word', 'odd 03', 1],
    ['a quoted word', '"can_01"', 10],
    ['a short text', '24', 1],
    ['something that is nowhere', 'zebra', 0],
    ['the search index’s own signs', 'OR * NEAR(', 0],
    ['a percent sign', '%', 0],
  ])('finds by %s', async (_what, text, count) => {
    const ledger = await filled()
    expect((await ledger.list({ ...all, text, limit: 100 })).items).toHaveLength(count)
  })

  it('finds only items in the wanted states, page by page', async () => {
    const ledger = await filled()
    for (const itemId of [2, 4, 6]) {
      const { revision } = await ledger.getItem(itemId)
      await ledger.decide({ itemId, revision, actor: 'ada', kind: 'item.rejected', to: 'rejected' }, 50)
    }
    const query = { ...all, text: 'even', states: ['rejected'] as const, limit: 2 }
    const first = await ledger.list(query)
    expect(first.items.map((item) => item.id)).toEqual([6, 4])
    const second = await ledger.list({ ...query, cursor: first.nextCursor ?? '' })
    expect(second.items.map((item) => item.id)).toEqual([2])
    expect(second.nextCursor).toBeNull()
  })

  it('finds a renamed item by its new name only', async () => {
    const ledger = await filled()
    await ledger.recordListed(
      'inbox',
      [listedFile('box/zebra.jpg', { fileKey: '1:box/scan_001.jpg', movedItemId: 1 })],
      60,
    )
    expect((await ledger.list({ ...all, text: 'zebra' })).items.map((item) => item.id)).toEqual([1])
    expect((await ledger.list({ ...all, text: 'scan_001' })).items).toEqual([])
  })

  it('finds by the beginning of a content’s hash', async () => {
    const ledger = await filled()
    const { sha256 } = await ledger.getItem(7)
    const page = await ledger.list({ ...all, text: sha256 ?? '' })
    expect(page.items.map((item) => item.id)).toEqual([7])
  })

  it('refuses a cursor that it did not give out', async () => {
    const ledger = await filled()
    await expect(ledger.list({ ...all, cursor: 'x; DROP TABLE items' })).rejects.toMatchObject({
      code: 'input_invalid',
    })
  })
})
