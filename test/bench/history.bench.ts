import { join } from 'node:path'
import { openLedger } from '../../electron/engine/ledger/ledger.ts'
import type { Ledger } from '../../electron/engine/ledger/ledger.ts'
import type { ItemListQuery } from '../../electron/engine/ledger/item-listing.ts'
import { compare } from './measure/bench-report.ts'
import { runBenchmark, tell } from './measure/bench-run.ts'
import { fillLedger, rareWord } from './measure/filled-ledger.ts'
import { peakRssBytes } from './measure/peak-memory.ts'
import { median, quantile } from './measure/statistics.ts'

const repetitions = 40
const firstPage: ItemListQuery = { states: [], text: '', order: 'newest_first', limit: 100 }

/** What the history view asks for; `middle` is the cursor of the middle of the history. */
const questions: readonly { name: string; query: (middle: string) => Partial<ItemListQuery> }[] = [
  { name: 'first page', query: () => ({}) },
  { name: 'page in the middle', query: (middle) => ({ cursor: middle }) },
  { name: 'first page of two states', query: () => ({ states: ['needs_attention', 'approved'] }) },
  { name: 'search, every third item', query: () => ({ text: 'passport' }) },
  { name: 'search, one item', query: () => ({ text: rareWord }) },
  { name: 'search, no item', query: () => ({ text: 'nowhere-in-it' }) },
  { name: 'search, two letters of one item', query: () => ({ text: rareWord.slice(0, 2) }) },
  { name: 'search, a word and one item', query: () => ({ text: `passport ${rareWord}` }) },
]

// A page of the history and searches in a large ledger, against the same in a small one.
await runBenchmark('history', async ({ folder, scaled }) => {
  const sizes = { large: scaled(200_000), small: scaled(2_000) }
  const open = (name: string): Ledger => openLedger(join(folder, name), { now: Date.now })
  const ledgers = { large: open('large.sqlite3'), small: open('small.sqlite3') }
  for (const size of ['large', 'small'] as const) {
    const startedAt = performance.now()
    await fillLedger(ledgers[size], sizes[size])
    tell(`${sizes[size]} items recorded in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
  }
  const middles = {
    large: await middleCursor(ledgers.large, sizes.large),
    small: await middleCursor(ledgers.small, sizes.small),
  }
  const rows = []
  for (const { name, query } of questions) {
    const timesMs = { large: [] as number[], small: [] as number[] }
    for (let repetition = 0; repetition < repetitions; repetition += 1) {
      for (const size of ['large', 'small'] as const) {
        const startedAt = performance.now()
        await ledgers[size].list({ ...firstPage, ...query(middles[size]) })
        timesMs[size].push(performance.now() - startedAt)
      }
    }
    const [measured, reference] = (['large', 'small'] as const).map((size) => ({
      label: `${sizes[size]} items`,
      medianMs: median(timesMs[size]),
      p95Ms: quantile(timesMs[size], 0.95),
    }))
    if (measured && reference) rows.push(compare(name, measured, reference, peakRssBytes(process.pid)))
  }
  ledgers.large.close()
  ledgers.small.close()
  return rows
})

/** Walks to the middle of the history, as somebody who scrolls does. */
async function middleCursor(ledger: Ledger, itemCount: number): Promise<string> {
  const limit = Math.ceil(Math.min(500, itemCount / 4))
  let cursor: string | null = null
  for (let passed = 0; passed < itemCount / 2; passed += limit) {
    const query: ItemListQuery = { ...firstPage, limit, ...(cursor === null ? {} : { cursor }) }
    cursor = (await ledger.list(query)).nextCursor
    if (cursor === null) throw new Error(`The list ended after ${passed} of ${itemCount} items.`)
  }
  return cursor ?? ''
}
