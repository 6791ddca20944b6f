import { describe, expect, it } from 'vitest'
import type { IdentifiedFile } from '../../../electron/engine/ledger/identification-steps.ts'
import type { Ledger } from '../../../electron/engine/ledger/ledger.ts'
import { finding } from '../../../electron/shared/finding-codes.ts'
import type { Item } from '../../../electron/shared/records.ts'
import { say, sayAsWritten } from '../../../electron/shared/sentences/say.ts'
import { ledgerFixture, takeIn } from '../../support/ledger-fixture.ts'
import { identifiedFile, listedFile } from '../../support/ledger-steps.ts'

const asIndex = {
  role: 'index',
  route: 'ignored',
  ignoredBecause: say('index_file'),
  family: null,
  entityId: null,
  mediaType: null,
  readBy: null,
  ruleId: null,
  ruleVersion: null,
} as const satisfies Partial<IdentifiedFile>

async function takenIndex(ledger: Ledger): Promise<Item> {
  return takeIn(ledger, 'index.csv', asIndex)
}

describe('an index file', () => {
  it('is ignored with a reason while all is well, and is left alone while it does not change', async () => {
    const { ledger } = await ledgerFixture()
    const item = await takenIndex(ledger)
    expect(item).toMatchObject({ state: 'ignored', role: 'index', reason: 'Index file.' })
    expect(await ledger.recordListed('inbox', [listedFile('index.csv')], 3)).toEqual({
      toSettle: [],
      changedItemIds: [],
    })
    expect((await ledger.getItem(item.id)).revision).toBe(item.revision)
    expect((await ledger.verify()).faults).toEqual([])
  })

  it('settles again when it changed, as a new item', async () => {
    const { ledger } = await ledgerFixture()
    const old = await takenIndex(ledger)
    const outcome = await ledger.recordListed('inbox', [listedFile('index.csv', { sizeBytes: 200 })], 3)
    expect(outcome.toSettle.map(({ path }) => path)).toEqual(['index.csv'])
    const changed = identifiedFile('index.csv', { ...asIndex, sizeBytes: 200, sha256: 'f'.repeat(64) })
    expect(await ledger.recordIdentified('inbox', [changed], 4)).toEqual([old.id, old.id + 1])
    expect((await ledger.getItem(old.id)).state).toBe('superseded')
    expect(await ledger.getItem(old.id + 1)).toMatchObject({ state: 'ignored', role: 'index' })
  })

  it('comes to attention with findings, and goes back when they are gone', async () => {
    const { ledger } = await ledgerFixture()
    const item = await takenIndex(ledger)
    const { itemId, revision } = { itemId: item.id, revision: item.revision }
    const overdue = finding('index_row_without_file', sayAsWritten('Row 3 names b.jpg.'))
    const reading = { ...identifiedFile('index.csv'), ...asIndex, itemId }
    await ledger.recordReadAgain(
      [{ ...reading, revision, route: 'needs_attention', ignoredBecause: null, findings: [overdue] }],
      3,
    )
    const held = await ledger.getItem(itemId)
    expect(held).toMatchObject({ state: 'needs_attention', reason: null, findings: [overdue] })
    await ledger.recordReadAgain([{ ...reading, revision: held.revision }], 4)
    expect(await ledger.getItem(itemId)).toMatchObject({ state: 'ignored', reason: 'Index file.' })
  })

  it('is missed when it is gone, and read again when it is back', async () => {
    const { ledger } = await ledgerFixture()
    const item = await takenIndex(ledger)
    expect(await ledger.waitingPaths('inbox')).toEqual(['index.csv'])
    expect(await ledger.waitingPaths('inbox', 'index.csv')).toEqual(['index.csv'])
    await ledger.recordMissing('inbox', ['index.csv'], 3)
    expect((await ledger.getItem(item.id)).state).toBe('missing')
    await ledger.recordListed('inbox', [listedFile('index.csv')], 4)
    await ledger.recordMissing('inbox', ['index.csv'], 5)
    expect((await ledger.getItem(item.id)).state).toBe('missing')
    expect((await ledger.recordListed('inbox', [listedFile('index.csv')], 6)).toSettle).toHaveLength(1)
    await ledger.recordIdentified('inbox', [identifiedFile('index.csv', asIndex)], 7)
    expect((await ledger.getItem(item.id)).state).toBe('ignored')
  })

  it('is never sent, and is nobody’s duplicate', async () => {
    const { ledger } = await ledgerFixture()
    const item = await takenIndex(ledger)
    expect(await ledger.findSameContent([item.sha256 ?? ''])).toEqual([])
    const unwell = await takeIn(ledger, 'other.csv', { ...asIndex, route: 'needs_attention' })
    const { id: itemId, revision } = unwell
    await expect(
      ledger.decide({ itemId, revision, actor: 'ada', kind: 'item.approved', to: 'approved' }, 3),
    ).rejects.toMatchObject({ code: 'transition_refused' })
  })

  it.each(['needs_attention', 'awaiting_review'] as const)(
    'can be a file that was taken for a scan before, in %s',
    async (route) => {
      const { ledger } = await ledgerFixture()
      const scan = await takeIn(ledger, 'index.csv', { route })
      const { id: itemId, revision } = scan
      await ledger.recordReadAgain([{ ...identifiedFile('index.csv'), ...asIndex, itemId, revision }], 3)
      expect(await ledger.getItem(itemId)).toMatchObject({ role: 'index', state: 'ignored', entityId: null })
    },
  )
})
