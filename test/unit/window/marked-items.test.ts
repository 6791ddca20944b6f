import { beforeEach, describe, expect, it } from 'vitest'
import type { FoundItems } from '../../../electron/shared/bulk-decisions.ts'
import type { Item } from '../../../electron/shared/records.ts'
import { MarkedItems } from '../../../renderer/state/marked-items.svelte.ts'
import { sampleItem } from '../../support/sample-item.ts'
import { bridgeWindow } from './window-bridge.ts'
import type { AskedCall } from './window-bridge.ts'

let items: readonly Item[]
let hasMore: boolean
let text: string
let asked: AskedCall[]
let marks: MarkedItems
let found: FoundItems

beforeEach(() => {
  items = [1, 2, 3, 4, 5].map((id) => sampleItem({ id, revision: id * 10 }))
  hasMore = false
  text = ''
  found = { items: revisions(12_340), count: 12_340 }
  asked = bridgeWindow({ 'items.revisions': () => found })
  marks = new MarkedItems({
    items: () => items,
    hasMore: () => hasMore,
    selection: () => ({ states: ['awaiting_review'], text }),
  })
})

const revisions = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ itemId: index + 1, revision: (index + 1) * 10 }))
const item = (id: number): Item => items.find((one) => one.id === id) ?? sampleItem({ id })
const marked = (): number[] => marks.items.map(({ id }) => id)

describe('marks', () => {
  it('come and go one by one', () => {
    marks.toggle(item(2))
    marks.toggle(item(4))
    marks.toggle(item(2))
    expect(marked()).toEqual([4])
    expect(marks.has(4)).toBe(true)
    expect(marks.count).toBe(1)
  })

  it('reach from the last single mark to an item, and follow as the range shrinks and turns', () => {
    marks.toggle(item(5))
    marks.toggle(item(2))
    marks.range(item(4))
    expect(marked()).toEqual([2, 3, 4, 5])
    marks.range(item(3))
    expect(marked()).toEqual([2, 3, 5])
    marks.range(item(1))
    expect(marked()).toEqual([1, 2, 5])
  })

  it('reach from the item in hand where none was set before', () => {
    marks.range(item(3), item(2))
    marks.range(item(4), item(3))
    expect(marked()).toEqual([2, 3, 4])
  })

  it('name the revision that the list shows, and not what has left it', () => {
    marks.toggle(item(1))
    marks.toggle(item(2))
    items = [sampleItem({ id: 2, revision: 21 }), item(3)]
    expect(marks.target).toEqual({ items: [{ itemId: 2, revision: 21 }] })
    expect(marks.count).toBe(1)
  })

  it('have no target when nothing is marked', () => {
    expect(marks.target).toBeNull()
  })
})

describe('marking all', () => {
  it('marks the items themselves where all are loaded', async () => {
    await marks.all()
    expect(marks.count).toBe(5)
    expect(marks.everything).toBeNull()
    expect(marks.target).toHaveProperty('items')
    expect(asked).toEqual([])
  })

  it('names everything that was found when it was asked for, where more is found than is loaded', async () => {
    hasMore = true
    await marks.all()
    expect(marks.count).toBe(12_340)
    expect(marks.has(4_711)).toBe(true)
    const selection = { states: ['awaiting_review'], text: '' }
    expect(marks.target).toEqual({ items: revisions(12_340), foundBy: selection })
    expect(asked).toEqual([{ name: 'items.revisions', input: selection }])
  })

  it('does not mark what comes later, and takes what the list shows of the others as seen', async () => {
    hasMore = true
    found = { items: revisions(6), count: 6 }
    await marks.all()
    items = [sampleItem({ id: 2, revision: 21 }), sampleItem({ id: 7, revision: 1 })]
    expect(marks.has(7)).toBe(false)
    expect(marked()).toEqual([2])
    expect(marks.count).toBe(6)
    const expected = revisions(6).map((one) => (one.itemId === 2 ? { itemId: 2, revision: 21 } : one))
    expect(marks.target?.items).toEqual(expected)
  })

  it('decides about as many as can be named, and calls none of the others new', async () => {
    hasMore = true
    found = { items: revisions(20), count: 25 }
    await marks.all()
    expect(marks.count).toBe(25)
    expect(marks.target).toEqual({ items: revisions(20) })
    expect(marks.has(25)).toBe(true)
  })

  it('ends when the query changes', async () => {
    hasMore = true
    await marks.all()
    text = 'entity:acme-1'
    expect(marks.everything).toBeNull()
    expect(marks.count).toBe(0)
    expect(marks.target).toBeNull()
  })

  it('keeps what is loaded when one mark is taken away', async () => {
    hasMore = true
    await marks.all()
    marks.toggle(item(3))
    expect(marked()).toEqual([1, 2, 4, 5])
    expect(marks.everything).toBeNull()
  })
})
