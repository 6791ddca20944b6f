import { afterEach, describe, expect, it } from 'vitest'
import { drafts } from '../../../renderer/item/drafts.svelte.ts'
import { fixDesk } from '../../../renderer/problems/fix-desk.svelte.ts'
import { problemDesk } from '../../../renderer/problems/problem-desk.svelte.ts'
import { toasts } from '../../../renderer/state/toasts.svelte.ts'
import { sampleItem } from '../../support/sample-item.ts'
import { bridgeWindow } from './window-bridge.ts'

const revisions = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ itemId: index + 1, revision: 1 }))
const selection = { states: ['failed' as const], text: 'error:request_refused' }

afterEach(() => {
  fixDesk.question = null
  for (const { id } of toasts.list) toasts.dismiss(id)
})

describe('one fix for all files of a cause', () => {
  it('asks with the exact number first, and then decides for just those', async () => {
    const asked = bridgeWindow({
      'items.revisions': () => ({ items: revisions(39), count: 39 }),
      'review.bulk': () => ({
        done: Array.from({ length: 37 }, (_, index) => ({
          itemId: index + 1,
          revision: 2,
          state: 'approved' as const,
          sendsAfterMs: null,
        })),
        held: [{ failure: { code: 'stale_item', detail: '' }, itemIds: [38, 39] }],
      }),
    })
    const target = { items: revisions(39), foundBy: selection }
    await fixDesk.ask('retry', selection)
    expect(fixDesk.question).toEqual({ kind: 'retry', target, count: 39, left: 0, drafted: 0 })
    await fixDesk.confirm()
    expect(asked).toContainEqual({
      name: 'review.bulk',
      input: { target, action: { kind: 'retry' } },
    })
    expect(toasts.list.at(-1)?.title).toContain('37 files sent again')
    expect(fixDesk.question).toBeNull()
  })

  it('gives the reason or the value to each', async () => {
    const asked = bridgeWindow({
      'items.revisions': () => ({ items: revisions(2), count: 2 }),
      'review.bulk': () => ({ done: [], held: [] }),
    })
    await fixDesk.ask('set_entity', selection)
    await fixDesk.confirm('cust-7')
    expect(asked.at(-1)?.input).toMatchObject({ action: { kind: 'correct', entityId: 'cust-7' } })
  })

  it('tells how many it is about where that is not all, and asks nothing about none', async () => {
    bridgeWindow({ 'items.revisions': () => ({ items: revisions(3), count: 5 }) })
    await fixDesk.ask('retry', selection)
    expect(fixDesk.question).toEqual({
      kind: 'retry',
      target: { items: revisions(3) },
      count: 3,
      left: 2,
      drafted: 0,
    })
    fixDesk.question = null
    bridgeWindow({ 'items.revisions': () => ({ items: [], count: 0 }) })
    await fixDesk.ask('retry', selection)
    expect(fixDesk.question).toBeNull()
  })

  it('leaves out what has something typed, where it would be sent without it', async () => {
    const item = sampleItem({ id: 2, state: 'failed' })
    const page = { items: [item], nextCursor: null, reachedMs: null }
    bridgeWindow({
      'items.revisions': () => ({ items: revisions(3), count: 3 }),
      'items.list': () => page,
    })
    await problemDesk.list.load()
    drafts.setEntityId(item, 'typed-2')
    await fixDesk.ask('upload_anyway', selection)
    const items = [
      { itemId: 1, revision: 1 },
      { itemId: 3, revision: 1 },
    ]
    expect(fixDesk.question).toEqual({
      kind: 'upload_anyway',
      target: { items },
      count: 2,
      left: 0,
      drafted: 1,
    })
    fixDesk.question = null
    await fixDesk.ask('reject', selection)
    expect(fixDesk.question).toMatchObject({ count: 3, drafted: 0 })
    bridgeWindow({ 'items.revisions': () => ({ items: [{ itemId: 2, revision: 1 }], count: 1 }) })
    fixDesk.question = null
    await fixDesk.ask('retry', selection)
    expect(fixDesk.question).toBeNull()
    expect(toasts.list.at(-1)?.title).toContain('1 file has something typed')
    drafts.clear(item)
  })

  it('asks nothing where the files cannot be counted, and says so', async () => {
    bridgeWindow({})
    await fixDesk.ask('reject', selection)
    expect(fixDesk.question).toBeNull()
    expect(toasts.list.at(-1)?.tone).toBe('danger')
  })
})
