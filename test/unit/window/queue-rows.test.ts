import { describe, expect, it, vi } from 'vitest'
import { Decided } from '../../../renderer/review/decided.svelte.ts'
import { fillDownTargets, withBelow } from '../../../renderer/review/fill-down.ts'
import { isGroup, queueGroups, rowsOfGroups } from '../../../renderer/review/queue-rows.ts'
import { ReviewQueue } from '../../../renderer/review/queue.svelte.ts'
import { sampleItem } from '../../support/sample-item.ts'
import { bridgeWindow } from './window-bridge.ts'

const items = [
  sampleItem({ id: 1, entityId: null }),
  sampleItem({ id: 2, entityId: 'acme-1' }),
  sampleItem({ id: 3, entityId: 'acme-1', folderId: 'branch' }),
  sampleItem({ id: 4, entityId: 'acme-2', folderId: 'branch' }),
]

describe('groups of the queue', () => {
  it('are runs of one entity, files without one among them', () => {
    const groups = queueGroups(items, 'entity', false)
    expect(groups.map(({ value, items: own }) => [value, own.map(({ id }) => id)])).toEqual([
      [null, [1]],
      ['acme-1', [2, 3]],
      ['acme-2', [4]],
    ])
  })

  it('are runs of one folder', () => {
    expect(queueGroups(items, 'folder', false).map(({ value }) => value)).toEqual(['scans', 'branch'])
  })

  it('leave only the last one open, and only while there is more to load', () => {
    expect(queueGroups(items, 'entity', true).map(({ isOpen }) => isOpen)).toEqual([false, false, true])
    expect(queueGroups(items, 'entity', false).some(({ isOpen }) => isOpen)).toBe(false)
    expect(queueGroups([], 'entity', true)).toEqual([])
  })

  it('have a heading before their items, each with a key of its own', () => {
    const rows = rowsOfGroups(
      queueGroups([...items, sampleItem({ id: 5, entityId: 'acme-1' })], 'entity', false),
    )
    expect(rows.map((row) => (isGroup(row) ? row.value : row.id))).toEqual([
      null,
      1,
      'acme-1',
      2,
      3,
      'acme-2',
      4,
      'acme-1',
      5,
    ])
    const keys = rows.flatMap((row) => (isGroup(row) ? [row.key] : []))
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('filling down', () => {
  const [, first, second] = items
  const group = queueGroups(items, 'entity', false)[1] ?? null

  it('offers the marked ones first, then the rest of the group, then all below', () => {
    if (first === undefined) throw new Error('no item')
    const target = { items: [{ itemId: 9, revision: 1 }], foundBy: { text: 'entity:a' } }
    const marked = { count: 12_340, target }
    const targets = fillDownTargets({ item: first, queue: items, group, marked })
    expect(targets.map(({ kind, count }) => [kind, count])).toEqual([
      ['marked', 12_340],
      ['rest_of_group', 1],
      ['below', 2],
    ])
    expect(targets[2]?.target).toEqual({
      items: [
        { itemId: 3, revision: 1 },
        { itemId: 4, revision: 1 },
      ],
    })
  })

  it('leaves out the rest of a group that is not loaded to its end', () => {
    if (first === undefined) throw new Error('no item')
    const open = queueGroups(items.slice(0, 3), 'entity', true)[1] ?? null
    const targets = fillDownTargets({ item: first, queue: items.slice(0, 3), group: open, marked: null })
    expect(targets.map(({ kind }) => kind)).toEqual(['below'])
  })

  it('names all below, also what is not loaded', async () => {
    const found = [1, 2, 3, 4, 5, 6].map((itemId) => ({ itemId, revision: 1 }))
    bridgeWindow({
      'items.list': () => ({ items: items.slice(0, 3), nextCursor: 'more', reachedMs: null }),
      'items.revisions': () => ({ items: found, count: 6 }),
    })
    const queue = new ReviewQueue()
    await queue.list.load()
    if (first === undefined) throw new Error('no item')
    const below = await queue.findBelow(first)
    expect(below).toEqual({ items: found.slice(2) })
    const loaded = fillDownTargets({ item: first, queue: queue.items, group: null, marked: null })
    expect(loaded.map(({ count }) => count)).toEqual([1])
    expect(withBelow(loaded, below).map(({ kind, count }) => [kind, count])).toEqual([['below', 4]])
    expect(withBelow(loaded, { items: [] })).toEqual([])
  })

  it('offers nothing that is empty', () => {
    if (second === undefined) throw new Error('no item')
    expect(fillDownTargets({ item: second, queue: [second], group: null, marked: null })).toEqual([])
  })
})

it('follows the filter at once when it is left, and asks nothing twice', async () => {
  const asked = bridgeWindow({ 'items.list': () => ({ items: [], nextCursor: null, reachedMs: null }) })
  const queue = new ReviewQueue()
  queue.type('acme')
  expect(asked).toEqual([])
  queue.applyFilter()
  queue.applyFilter()
  await vi.waitFor(() => expect(queue.list.loaded).toBe(true))
  expect(asked.map(({ input }) => input)).toMatchObject([{ text: 'acme' }])
})

describe('what was decided', () => {
  it('leaves the queue at once, and shows again as a later revision or when it is taken back', () => {
    const decided = new Decided()
    expect(decided.leave(items)).toBe(items)
    decided.add({ id: 2, revision: 1 })
    decided.add({ id: 3, revision: 1 })
    expect(decided.leave(items).map(({ id }) => id)).toEqual([1, 4])
    expect(decided.leave([sampleItem({ id: 2, revision: 2 })])).toHaveLength(1)
    decided.takeBack(3)
    expect(decided.leave(items).map(({ id }) => id)).toEqual([1, 3, 4])
  })
})
