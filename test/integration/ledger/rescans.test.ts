import { describe, expect, it } from 'vitest'
import type { Ledger } from '../../../electron/engine/ledger/ledger.ts'
import type { Item } from '../../../electron/shared/records.ts'
import { ledgerFixture, takeIn } from '../../support/ledger-fixture.ts'
import { identifiedFile } from '../../support/ledger-steps.ts'

async function asked(ledger: Ledger, path: string): Promise<Item> {
  const { id: itemId, revision } = await takeIn(ledger, path)
  const reason = 'The corner is cut off.'
  return ledger.decide(
    { itemId, revision, actor: 'ada', kind: 'item.rescan_requested', to: 'rejected', reason },
    3,
  )
}

describe('a request for a new scan', () => {
  it('rejects the item and asks for a slip until one is written', async () => {
    const { ledger } = await ledgerFixture()
    const item = await asked(ledger, 'a.jpg')
    expect(item).toMatchObject({ state: 'rejected', reason: 'The corner is cut off.', rescanSlip: null })
    expect((await ledger.slipsToWrite()).map(({ id }) => id)).toEqual([item.id])
    expect(await ledger.recordSlip(item.id, 'rescan/a.txt', 4)).toMatchObject({ rescanSlip: 'rescan/a.txt' })
    expect(await ledger.slipsToWrite()).toEqual([])
    const { path, entityId, mediaType, sha256 } = item
    expect(await ledger.openRescans('inbox')).toEqual([
      { itemId: item.id, path, entityId, mediaType, sha256, rescanSlip: 'rescan/a.txt' },
    ])
    expect(await ledger.openRescans('elsewhere')).toEqual([])
    const kinds = (await ledger.getDetail(item.id)).events.map(({ kind }) => kind)
    expect(kinds.slice(-2)).toEqual(['item.rescan_requested', 'item.rescan_slip'])
    expect((await ledger.verify()).faults).toEqual([])
  })

  it('is answered by the new scan, and the two know of each other', async () => {
    const { ledger } = await ledgerFixture()
    const rejected = await asked(ledger, 'a.jpg')
    const [, freshId = 0] = await ledger.recordIdentified(
      'inbox',
      [identifiedFile('a.jpg', { sha256: 'f'.repeat(64), rescanOf: rejected.id })],
      5,
    )
    expect(await ledger.openRescans('inbox')).toEqual([])
    expect(await ledger.slipsToWrite()).toEqual([])
    expect((await ledger.getDetail(freshId)).rescans.map(({ id }) => id)).toEqual([rejected.id])
    const detail = await ledger.getDetail(rejected.id)
    expect(detail.rescans.map(({ id }) => id)).toEqual([freshId])
    expect(detail.item.state).toBe('rejected')
    const told = (await ledger.getDetail(freshId)).events.at(-1)
    expect(told).toMatchObject({ kind: 'item.identified', data: { rescanOf: rejected.id } })
  })

  it('is answered also by a scan that is recognised when it is read again, and stays so', async () => {
    const { ledger } = await ledgerFixture()
    const rejected = await asked(ledger, 'a.jpg')
    const fresh = await takeIn(ledger, 'b.jpg', { route: 'needs_attention' })
    const reading = { ...identifiedFile('b.jpg'), itemId: fresh.id }
    await ledger.recordReadAgain([{ ...reading, revision: fresh.revision, rescanOf: rejected.id }], 5)
    expect(await ledger.openRescans('inbox')).toEqual([])
    await ledger.recordReadAgain([{ ...reading, revision: fresh.revision + 1, rescanOf: null }], 6)
    expect((await ledger.getItem(fresh.id)).rescanOf).toBe(rejected.id)
  })

  it('is withdrawn when the item is reopened', async () => {
    const { ledger } = await ledgerFixture()
    const { id: itemId, revision } = await asked(ledger, 'a.jpg')
    await ledger.decide({ itemId, revision, actor: 'ada', kind: 'item.reopened', to: 'awaiting_review' }, 4)
    expect(await ledger.slipsToWrite()).toEqual([])
    await ledger.recordSlip(itemId, 'rescan/a.txt', 5)
    expect(await ledger.openRescans('inbox')).toEqual([])
  })
})
