import { describe, expect, it } from 'vitest'
import { say } from '../../../electron/shared/sentences/say.ts'
import { changeBack } from '../../../electron/engine/ledger/change-back.ts'
import type { ItemRow } from '../../../electron/engine/ledger/item-record.ts'
import { ledgerFixture, takeIn } from '../../support/ledger-fixture.ts'
import { openConnection } from '../../../electron/engine/ledger/connection.ts'

async function rowWith(over: Partial<ItemRow>): Promise<ItemRow> {
  const { ledger, file } = await ledgerFixture()
  const { id } = await takeIn(ledger, 'a.jpg')
  const connection = openConnection(file, { readonly: true })
  const row = connection.prepare<[number], ItemRow>('SELECT * FROM items WHERE id = ?').get(id)
  connection.close()
  if (row === undefined) throw new Error('there is no row')
  return { ...row, ...over }
}

describe('the way back from a decision', () => {
  it('is what its event tells', async () => {
    const row = await rowWith({ state: 'approved' })
    const restores = { state: 'awaiting_review', entity_id: 'cust-9', attempt_count: 2 }
    expect(changeBack(row, 'item.approved', { restores })).toEqual({
      to: 'awaiting_review',
      set: { entity_id: 'cust-9', attempt_count: 2 },
      isExact: true,
    })
  })

  it('takes no column and no state from an event that decisions do not change', async () => {
    const row = await rowWith({ state: 'approved' })
    for (const restores of [{ sha256: 'f' }, { 'path = 1 --': 'x' }, { state: 'gone' }, { state: 7 }]) {
      expect(changeBack(row, 'item.approved', { restores })).toEqual({ refused: say('story_unreadable') })
    }
  })

  it('leads to one more look where an earlier version did not tell what was before', async () => {
    const blocked = JSON.stringify([{ code: 'no_rule', severity: 'block', evidence: '' }])
    expect(changeBack(await rowWith({ state: 'approved' }), 'item.approved', {})).toMatchObject({
      to: 'awaiting_review',
      isExact: false,
    })
    const rejected = await rowWith({ state: 'rejected', findings: blocked, reason: 'Dark' })
    expect(changeBack(rejected, 'item.rejected', {})).toMatchObject({
      to: 'needs_attention',
      set: { reason: null, rescan_state: null },
    })
    for (const kind of ['item.corrected', 'item.reopened', 'outcome.settled', 'item.split'] as const) {
      expect(changeBack(rejected, kind, {})).toEqual({ refused: say('decision_is_final') })
    }
  })
})
