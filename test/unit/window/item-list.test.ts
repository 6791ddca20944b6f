import { describe, expect, it } from 'vitest'
import type { ItemPage } from '../../../electron/shared/records.ts'
import { countItems } from '../../../renderer/state/count-items.ts'
import { ItemList } from '../../../renderer/state/item-list.svelte.ts'
import { sampleItem } from '../../support/sample-item.ts'
import { bridgeWindow } from './window-bridge.ts'

const sampleItems = (...ids: readonly number[]) => ids.map((id) => sampleItem({ id }))

describe('a list whose pages come before they are full', () => {
  it('asks on until a page is full, and tells meanwhile how far the engine looked', async () => {
    const pages: Readonly<Record<string, ItemPage>> = {
      first: { items: sampleItems(9), nextCursor: 'b', reachedMs: 800 },
      b: { items: [], nextCursor: 'c', reachedMs: 500 },
      c: { items: sampleItems(4, 3), nextCursor: 'd', reachedMs: null },
      d: { items: [], nextCursor: null, reachedMs: null },
    }
    const lookings: unknown[] = []
    const list = new ItemList(() => ({ text: 'q' }), 3)
    const asked = bridgeWindow({
      'items.list': ({ cursor }) => {
        lookings.push(list.looking)
        return pages[cursor ?? 'first'] ?? { items: [], nextCursor: null, reachedMs: null }
      },
    })
    await list.load()
    expect(list.items.map(({ id }) => id)).toEqual([9, 4, 3])
    expect(asked.map(({ input }) => input)).toEqual([
      { text: 'q', limit: 3 },
      { text: 'q', limit: 2, cursor: 'b' },
      { text: 'q', limit: 2, cursor: 'c' },
    ])
    expect(lookings).toEqual([null, { reachedMs: 800 }, { reachedMs: 500 }])
    expect([list.looking, list.hasMore, list.loading]).toEqual([null, true, false])
    await list.loadMore()
    expect([list.items.length, list.hasMore]).toEqual([3, false])
  })

  it('stops looking for what nobody wants any more', async () => {
    const list = new ItemList(() => ({ text: asked.length === 0 ? 'old' : 'new' }), 3)
    const asked = bridgeWindow({
      'items.list': ({ text }) => {
        if (text === 'new') return { items: sampleItems(1), nextCursor: null, reachedMs: null }
        void list.load()
        return { items: sampleItems(2), nextCursor: 'more', reachedMs: 5 }
      },
    })
    await list.load()
    await expect.poll(() => list.items.map(({ id }) => id)).toEqual([1])
    expect(asked).toHaveLength(2)
  })
})

describe('a count that comes in pieces', () => {
  it('adds them up', async () => {
    const asked = bridgeWindow({
      'items.count': ({ after }) => ({
        count: 4,
        isExact: after === 80,
        goesOnAfter: after === 80 ? null : 80,
      }),
    })
    expect(await countItems({ text: 'q' }, 100)).toEqual({ count: 8, isExact: true })
    expect(asked.map(({ input }) => input)).toEqual([
      { text: 'q', atMost: 100 },
      { text: 'q', atMost: 96, after: 80 },
    ])
  })

  it('ends at the bound', async () => {
    bridgeWindow({
      'items.count': ({ atMost }) => ({ count: Math.min(atMost ?? 0, 4), isExact: false, goesOnAfter: 80 }),
    })
    expect(await countItems({ text: 'q' }, 6)).toEqual({ count: 6, isExact: false })
  })
})
