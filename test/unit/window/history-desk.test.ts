import { beforeEach, describe, expect, it, vi } from 'vitest'
import { EvidenceExport } from '../../../renderer/history/evidence/evidence-export.svelte.ts'
import { historyDesk } from '../../../renderer/history/history-desk.svelte.ts'
import { bridgeWindow } from './window-bridge.ts'
import type { AskedCall } from './window-bridge.ts'
import { sampleItem } from '../../support/sample-item.ts'

const summary = {
  path: '/home/ada/evidence.csv',
  format: 'csv',
  itemCount: 2,
  eventCount: 9,
  sizeBytes: 100,
  sha256: 'a'.repeat(64),
} as const
let asked: AskedCall[] = []
let nextCursor: string | null = null

const inputsOf = (name: AskedCall['name']) =>
  asked.filter((call) => call.name === name).map(({ input }) => input)

beforeEach(async () => {
  nextCursor = null
  asked = bridgeWindow({
    'items.list': ({ limit }) => ({
      items: Array.from({ length: nextCursor === null ? 2 : (limit ?? 0) }, (_, index) =>
        sampleItem({ id: index + 1 }),
      ),
      nextCursor,
      reachedMs: null,
    }),
    'items.count': () => ({ count: 1_204, isExact: true, goesOnAfter: null }),
    'items.revisions': () => ({ items: [{ itemId: 1, revision: 1 }], count: 1_204 }),
    'shell.exportEvidence': () => ({ summary }),
  })
  historyDesk.show('')
  historyDesk.show('state:uploaded')
  await vi.waitFor(() => {
    expect(historyDesk.matches.current).toEqual({ text: 'state:uploaded', count: 1_204, isExact: true })
    expect(historyDesk.list.items).toHaveLength(2)
  })
})

describe('a search of the history', () => {
  it('asks for what was typed, a page at a time', () => {
    expect(inputsOf('items.list').at(-1)).toMatchObject({ text: 'state:uploaded', limit: 200 })
  })

  it('does not ask while the query cannot be read, and says what is wrong', () => {
    historyDesk.show('state:sent')
    expect(historyDesk.problems.map(({ start, end }) => [start, end])).toEqual([[6, 10]])
    expect(historyDesk.asked).toBe('state:uploaded')
    expect(inputsOf('items.list').at(-1)).toMatchObject({ text: 'state:uploaded' })
  })

  it('counts up to a bound, so that a million files are no wait', () => {
    expect(inputsOf('items.count').at(-1)).toEqual({ text: 'state:uploaded', atMost: 100_000 })
  })

  it('forgets its marks with another query', async () => {
    historyDesk.marks.toggle(sampleItem({ id: 1 }))
    expect(historyDesk.marks.count).toBe(1)
    historyDesk.show('passport')
    await vi.waitFor(() => expect(historyDesk.asked).toBe('passport'))
    expect(historyDesk.marks.count).toBe(0)
  })
})

describe('evidence of what was found', () => {
  it('names the marked files', async () => {
    historyDesk.marks.toggle(sampleItem({ id: 2 }))
    const evidence = new EvidenceExport()
    expect([evidence.scope, evidence.count]).toEqual(['marked', 1])
    await evidence.write()
    expect(inputsOf('shell.exportEvidence')).toMatchObject([{ selection: { itemIds: [2] }, format: 'csv' }])
    expect(evidence.summary).toEqual(summary)
  })

  it('is about all that match where nothing is marked, by their exact number', async () => {
    historyDesk.marks.clear()
    const evidence = new EvidenceExport()
    await evidence.countMatches()
    expect([evidence.scope, evidence.count]).toEqual(['matching', 1_204])
    expect(inputsOf('items.count').at(-1)).toEqual({ text: 'state:uploaded', atMost: 1_000_000 })
    await evidence.write()
    expect(inputsOf('shell.exportEvidence')).toMatchObject([
      { selection: { selection: { text: 'state:uploaded' } } },
    ])
  })

  it('is about all that match where all are marked and not all are loaded', async () => {
    nextCursor = 'further'
    await historyDesk.list.load()
    await historyDesk.marks.all()
    const evidence = new EvidenceExport()
    expect([evidence.scope, evidence.count]).toEqual(['marked', 1_204])
    await evidence.write()
    expect(inputsOf('shell.exportEvidence')).toMatchObject([
      { selection: { selection: { text: 'state:uploaded' } } },
    ])
  })
})
