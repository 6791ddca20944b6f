import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { IntrayError } from '../../../electron/shared/error-codes.ts'
import type { BulkResult, DecidedItem } from '../../../electron/shared/bulk-decisions.ts'
import type { Item } from '../../../electron/shared/records.ts'
import { bulkTitle, heldWords } from '../../../renderer/item/bulk/bulk-words.ts'
import { decideForAll } from '../../../renderer/item/bulk/decide-for-all.ts'
import { lastDecided, sendsAfterMs, withoutGone } from '../../../renderer/item/sitting-decisions.ts'
import type { NotedDecision } from '../../../renderer/item/sitting-decisions.ts'
import { drafts } from '../../../renderer/item/drafts.svelte.ts'
import { sitting } from '../../../renderer/item/sitting.svelte.ts'
import { SittingTally } from '../../../renderer/review/sitting-tally.svelte.ts'
import { toasts } from '../../../renderer/state/toasts.svelte.ts'
import { sampleItem } from '../../support/sample-item.ts'
import { bridgeWindow, tellWindow } from './window-bridge.ts'

const decided = (itemId: number, change: Partial<DecidedItem> = {}): DecidedItem => ({
  itemId,
  revision: 2,
  state: 'approved',
  sendsAfterMs: null,
  ...change,
})
const approved = (id: number): Item => sampleItem({ id, revision: 2, state: 'approved' })
const lastToast = () => toasts.list.at(-1)

beforeEach(async () => {
  for (const { id } of toasts.list) toasts.dismiss(id)
  // The sitting is one for the whole window; what an earlier test left is taken back first.
  bridgeWindow({ 'review.undo': ({ itemId }) => sampleItem({ id: itemId }), 'review.bulk': () => none })
  while (sitting.last !== null) await sitting.takeBackLast()
  for (const { id } of toasts.list) toasts.dismiss(id)
})
const none: BulkResult = { done: [], held: [] }

describe('the decisions of a sitting', () => {
  it('are taken back one after the other, the last one first', async () => {
    const asked = bridgeWindow({ 'review.undo': ({ itemId }) => sampleItem({ id: itemId, revision: 3 }) })
    sitting.noteOne('approve', approved(1), 'Approved one')
    sitting.noteOne('approve', approved(2), 'Approved two')
    await sitting.takeBackLast()
    expect(sitting.takenBack).toMatchObject({ itemIds: [2], item: { id: 2, revision: 3 } })
    await sitting.takeBackLast()
    expect(asked.map(({ input }) => input)).toEqual([
      { itemId: 2, revision: 2 },
      { itemId: 1, revision: 2 },
    ])
    expect(sitting.last).toBeNull()
  })

  it('are taken back as often as the key is pressed, however slow the engine is', async () => {
    const asked = bridgeWindow({
      'review.undo': async ({ itemId }) => {
        await new Promise(setImmediate)
        return sampleItem({ id: itemId, revision: 3 })
      },
    })
    for (const id of [1, 2, 3]) sitting.noteOne('approve', approved(id), `Approved ${id}`)
    await Promise.all([sitting.takeBackLast(), sitting.takeBackLast()])
    expect(asked.map(({ input }) => input)).toEqual([
      { itemId: 3, revision: 2 },
      { itemId: 2, revision: 2 },
    ])
    expect(sitting.last?.words).toBe('Approved 1')
  })

  it('wait for an answer that is under way', async () => {
    bridgeWindow({ 'review.undo': ({ itemId }) => sampleItem({ id: itemId }) })
    let answer: (item: Item) => void = () => undefined
    const answered = new Promise<Item>((resolve) => (answer = resolve))
    sitting.follow(answered.then((item) => sitting.noteOne('reject', item, 'Rejected five')))
    const back = sitting.takeBackLast()
    answer(sampleItem({ id: 5, revision: 2, state: 'rejected' }))
    await back
    expect(sitting.takenBack).toMatchObject({ itemIds: [5] })
  })

  it('tell when it is too late, and let the one before be taken back', async () => {
    bridgeWindow({
      'review.undo': ({ itemId }) => {
        if (itemId === 2) throw new IntrayError('undo_refused')
        return sampleItem({ id: itemId })
      },
    })
    sitting.noteOne('approve', approved(1), 'Approved one')
    sitting.noteOne('approve', approved(2), 'Approved two')
    await sitting.takeBackLast()
    expect(lastToast()).toMatchObject({ tone: 'danger', title: 'Not taken back: Approved two' })
    expect(sitting.last?.words).toBe('Approved one')
  })

  it('stay where the engine did not answer', async () => {
    bridgeWindow({})
    sitting.noteOne('approve', approved(1), 'Approved one')
    await sitting.takeBackLast()
    expect(sitting.last?.words).toBe('Approved one')
  })

  it('can be taken back for certain until the first of them is sent', () => {
    const items = [decided(1, { sendsAfterMs: 900 }), decided(2, { sendsAfterMs: 700 }), decided(3)]
    expect(sendsAfterMs({ kind: 'approve', words: '', items })).toBe(700)
    expect(sendsAfterMs({ kind: 'reject', words: '', items: [decided(1)] })).toBeNull()
  })
})

describe('a decision for many', () => {
  const target = { items: [1, 2, 3].map((itemId) => ({ itemId, revision: 1 })) }
  const words = { done: (count: number) => `${count} approved`, failed: 'Nothing was approved' }
  const result: BulkResult = {
    done: [decided(1), decided(2)],
    held: [{ failure: { code: 'stale_item', detail: '' }, itemIds: [3] }],
  }

  it('tells exactly what was done and what was held, and why, until somebody has read it', async () => {
    bridgeWindow({ 'review.bulk': () => result })
    expect(await decideForAll(target, { kind: 'approve' }, words)).toEqual(result)
    expect(lastToast()).toMatchObject({
      title: '2 approved, 1 held',
      words: '1 held: The item changed in the meantime.',
      shownForMs: null,
    })
  })

  it('is taken back as a whole, from its message or by the key', async () => {
    const asked = bridgeWindow({
      'review.bulk': ({ action }) => (action.kind === 'undo' ? { done: result.done, held: [] } : result),
    })
    await decideForAll(target, { kind: 'approve' }, words)
    await sitting.takeBackLast()
    expect(asked.at(-1)?.input).toEqual({
      target: {
        items: [
          { itemId: 1, revision: 2 },
          { itemId: 2, revision: 2 },
        ],
      },
      action: { kind: 'undo' },
    })
    expect(lastToast()).toMatchObject({ title: '2 decisions taken back' })
    expect(sitting.takenBack?.itemIds).toEqual([1, 2])
  })

  it('offers no way back where nothing was decided', async () => {
    bridgeWindow({ 'review.bulk': () => ({ done: [], held: result.held }) })
    await decideForAll(target, { kind: 'approve' }, words)
    expect(lastToast()).toMatchObject({ tone: 'neutral', action: null })
    expect(sitting.last).toBeNull()
  })

  it('tells the failure of the call as a whole', async () => {
    bridgeWindow({})
    expect(await decideForAll(target, { kind: 'approve' }, words)).toBeNull()
    expect(lastToast()).toMatchObject({ tone: 'danger', title: 'Nothing was approved' })
  })

  it('tells first approvals of two apart', () => {
    const mixed = { done: [decided(1), decided(2, { state: 'awaiting_review' })], held: [] }
    const title = bulkTitle(mixed, 'approve', words.done)
    expect(title).toContain('1 approved')
    expect(title).toContain('1 first approval')
    expect(bulkTitle(mixed, 'correct', (count) => `${count} corrected`)).toBe('2 corrected')
    expect(heldWords(mixed)).toBe('')
  })
})

describe('the way back', () => {
  const target = { items: [1, 2, 3].map((itemId) => ({ itemId, revision: 1 })) }
  const words = { done: (count: number) => `${count} approved`, failed: 'Nothing was approved' }
  it('tells what is missing of what was done, and lets it be taken back', async () => {
    const unfinished = [{ failure: { code: 'rescan_slip_unwritable', detail: '' } as const, itemIds: [2] }]
    bridgeWindow({ 'review.bulk': () => ({ done: [decided(1), decided(2)], held: [], unfinished }) })
    await decideForAll(target, { kind: 'request_rescan', reason: 'Cut off.' }, words)
    expect(lastToast()).toMatchObject({ title: '2 approved', shownForMs: null, action: { label: 'Undo' } })
    expect(lastToast()?.words).toMatch(/^1 of them is not complete: /)
  })

  it('gives values in place of what was typed for the same, and leaves what else was typed', async () => {
    const item = sampleItem({ id: 1, entityId: 'cust-1' })
    drafts.setEntityId(item, 'typed-1')
    drafts.setMediaType(item, 'IMAGE_SIGNATURE')
    bridgeWindow({ 'review.bulk': () => ({ done: [decided(1)], held: [] }) })
    await decideForAll(target, { kind: 'correct', entityId: 'filled-1' }, words)
    expect(drafts.changesOf({ ...item, entityId: 'filled-1' })).toEqual({ mediaType: 'IMAGE_SIGNATURE' })
    drafts.clear(item)
  })

  const whole: BulkResult = { done: [decided(1), decided(2), decided(3)], held: [] }
  const itemsChanged = () => tellWindow('items.changed', { itemIds: null })
  let changed: number[]

  beforeEach(() => {
    changed = []
    bridgeWindow({
      'review.bulk': ({ target: { items }, action }) =>
        action.kind === 'undo' ? { done: items.map(({ itemId }) => decided(itemId)), held: [] } : whole,
      'review.undo': ({ itemId, revision }) => sampleItem({ id: itemId, revision: revision + 1 }),
      'items.changedSince': () => ({ changed }),
    })
    onTestFinished(sitting.start())
  })

  it('is offered for what can still be taken back, and for no more', async () => {
    await decideForAll(target, { kind: 'approve' }, words)
    expect(lastToast()?.action?.label).toBe('Undo')
    changed = [2]
    itemsChanged()
    await vi.waitFor(() => expect(lastToast()?.action?.label).toBe('Undo 2'), { timeout: 3_000 })
    expect(sitting.last).toMatchObject({ count: 3, items: [{ itemId: 1 }, { itemId: 3 }] })
    lastToast()?.action?.run()
    await vi.waitFor(() => expect(lastToast()?.title).toBe('2 decisions taken back'))
    expect(sitting.last).toBeNull()
  })

  it('goes when everything was sent, with the decision itself, and leaves what was done told', async () => {
    await decideForAll(target, { kind: 'approve' }, words)
    const { id } = lastToast() ?? { id: 0 }
    changed = [1, 2, 3]
    itemsChanged()
    await vi.waitFor(() => expect(sitting.last).toBeNull(), { timeout: 3_000 })
    expect(lastToast()).toMatchObject({ id, title: '3 approved', action: null })
  })

  it('stays as it is where the engine does not answer', async () => {
    await decideForAll(target, { kind: 'approve' }, words)
    const asked = bridgeWindow({})
    onTestFinished(sitting.start())
    itemsChanged()
    await vi.waitFor(() => expect(asked).not.toHaveLength(0), { timeout: 3_000 })
    expect(lastToast()?.action?.label).toBe('Undo')
  })

  it('leads over several decisions on one item', async () => {
    const asked = bridgeWindow({
      'review.undo': ({ itemId, revision }) => sampleItem({ id: itemId, revision: revision + 1 }),
    })
    sitting.noteOne('correct', sampleItem({ id: 1, revision: 2 }), 'Corrected')
    sitting.noteOne('approve', sampleItem({ id: 1, revision: 3 }), 'Approved')
    await sitting.takeBackLast()
    await sitting.takeBackLast()
    expect(asked.map(({ input }) => input)).toEqual([
      { itemId: 1, revision: 3 },
      { itemId: 1, revision: 4 },
    ])
  })
})

describe('what happened to decided items since', () => {
  const noted = (id: number, items: readonly DecidedItem[]): NotedDecision => ({
    id,
    kind: 'approve',
    words: '',
    items,
    count: items.length,
  })
  const correction = noted(1, [decided(1, { revision: 2 }), decided(2)])
  const approval = noted(2, [decided(1, { revision: 3 })])

  it('is asked of each item as its last decision left it', () => {
    expect(lastDecided([correction, approval])).toEqual([
      { itemId: 1, revision: 3 },
      { itemId: 2, revision: 2 },
    ])
  })

  it('takes every decision on it away', () => {
    expect(withoutGone([correction, approval], [{ itemId: 1, revision: 3 }])).toEqual([
      { ...correction, items: [decided(2)] },
    ])
  })

  it('says nothing once another decision followed', () => {
    const both = [correction, approval]
    expect(withoutGone(both, [{ itemId: 1, revision: 2 }])).toEqual(both)
  })
})

describe('the tally of a sitting', () => {
  it('counts what was decided, without first approvals and without what was taken back', () => {
    const tally = new SittingTally()
    const items = [decided(1), decided(2), decided(3, { state: 'awaiting_review' })]
    tally.add('approve', items)
    tally.add('request_rescan', [decided(4, { state: 'rejected' })])
    tally.add('correct', [decided(5)])
    expect(tally.words).toBe('2 approved, 1 rejected')
    tally.takeBack({ decision: { kind: 'approve', words: '', items }, itemIds: [2, 3], item: null })
    expect(tally.words).toBe('1 approved, 1 rejected')
  })

  it('counts nothing for what was decided in another view and taken back', () => {
    const tally = new SittingTally()
    tally.add('approve', [decided(1)])
    const items = [decided(9)]
    tally.takeBack({ decision: { kind: 'approve', words: '', items }, itemIds: [9], item: null })
    expect(tally.words).toBe('1 approved')
  })
})
