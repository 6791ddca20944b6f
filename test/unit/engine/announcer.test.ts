import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAnnouncer } from '../../../electron/engine/announcer.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function fixture() {
  const told: unknown[] = []
  let statuses = 0
  const announcer = createAnnouncer(
    (name, payload) => void told.push([name, payload]),
    () => (statuses += 1),
  )
  return { announcer, told, statuses: () => statuses }
}

describe('the announcer', () => {
  it('gathers many changes into one message', () => {
    const { announcer, told, statuses } = fixture()
    for (let id = 1; id <= 100; id += 1) announcer.itemsChanged([id, 1])
    expect(told).toEqual([])
    vi.runAllTimers()
    expect(told).toEqual([
      ['items.changed', { itemIds: Array.from({ length: 100 }, (_, index) => index + 1) }],
    ])
    expect(statuses()).toBe(1)
  })

  it('names no items when they are too many, and names them again afterwards', () => {
    const { announcer, told } = fixture()
    announcer.itemsChanged(Array.from({ length: 20_000 }, (_, index) => index))
    vi.runAllTimers()
    announcer.itemsChanged([7])
    vi.runAllTimers()
    expect(told).toEqual([
      ['items.changed', { itemIds: null }],
      ['items.changed', { itemIds: [7] }],
    ])
  })

  it('says nothing about items when only the status changed', () => {
    const { announcer, told, statuses } = fixture()
    announcer.statusChanged()
    vi.runAllTimers()
    expect(told).toEqual([])
    expect(statuses()).toBe(1)
  })
})
