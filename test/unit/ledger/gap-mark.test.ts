import { describe, expect, it } from 'vitest'
import { grant } from '../../../electron/engine/ledger/gap-mark.ts'
import type { Granted, Wanted } from '../../../electron/engine/ledger/gap-mark.ts'
import type { GapCheck } from '../../../electron/engine/ledger/item-record.ts'

const approval: Wanted = { to: 'approved', entityId: 'e', byPerson: true, asBefore: true }
const onRow = (gapCheck: GapCheck | null, wanted: Partial<Wanted>): Granted =>
  grant({ gap_check: gapCheck, entity_id: 'e' }, { ...approval, ...wanted })

describe('after a restore', () => {
  it('an item that nothing was lost of goes as it is told', () => {
    expect(onRow(null, {})).toEqual({ to: 'approved', gapCheck: null })
  })

  it.each(['open', 'approved'] as const)('an approval waits for the endpoint’s word: %s', (gapCheck) => {
    expect(onRow(gapCheck, {})).toEqual({ to: 'awaiting_review', gapCheck: 'approved' })
    expect(onRow(gapCheck, { byPerson: false })).toEqual({ to: 'awaiting_review', gapCheck: 'approved' })
  })

  it('a person may send what the endpoint cannot tell of, and the engine may not', () => {
    expect(onRow('held', {})).toEqual({ to: 'approved', gapCheck: 'asked' })
    expect(onRow('held', { byPerson: false })).toEqual({ to: 'needs_attention', gapCheck: 'held' })
    expect(onRow('held', { byPerson: false, to: 'awaiting_review' }).to).toBe('needs_attention')
  })

  it('what was asked about goes as it is told, unless it is now another entity’s', () => {
    expect(onRow('asked', {})).toEqual({ to: 'approved', gapCheck: 'asked' })
    expect(onRow('asked', { entityId: 'f' })).toEqual({ to: 'awaiting_review', gapCheck: 'approved' })
    expect(onRow('held', { entityId: 'f' })).toEqual({ to: 'awaiting_review', gapCheck: 'approved' })
  })

  it('an approval does not outlive what it was about', () => {
    const review = { to: 'awaiting_review', byPerson: false } as const
    expect(onRow('approved', review).gapCheck).toBe('approved')
    expect(onRow('approved', { ...review, asBefore: false }).gapCheck).toBe('open')
    expect(onRow('approved', { ...review, entityId: 'f' }).gapCheck).toBe('open')
    expect(onRow('approved', { ...review, to: 'needs_attention' }).gapCheck).toBe('open')
  })
})
