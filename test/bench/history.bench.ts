import { join } from 'node:path'
import type { ItemListQuery } from '../../electron/engine/ledger/item-listing.ts'
import type { Ledger } from '../../electron/engine/ledger/ledger.ts'
import { compare } from './measure/bench-report.ts'
import type { BenchRow } from './measure/bench-report.ts'
import { runBenchmark, tell } from './measure/bench-run.ts'
import { openLargeHistory, rareOperator, rareWord } from './measure/large-history.ts'
import { peakRssBytes } from './measure/peak-memory.ts'
import { median, quantile } from './measure/statistics.ts'

const repetitions = 12
const nowMs = Date.UTC(2026, 10, 23, 9)
const firstPage: ItemListQuery = { states: [], text: '', order: 'newest_first', limit: 100 }

/** Each is a row of its own. */
const questions: readonly { readonly name: string; readonly query: Partial<ItemListQuery> }[] = [
  { name: 'open', query: {} },
  { name: 'open by entity', query: { order: 'by_entity' } },
  { name: 'open by path', query: { order: 'by_path' } },
  { name: 'open, largest first', query: { order: 'largest_first' } },
  { name: 'queue by entity', query: { states: ['awaiting_review'], order: 'by_entity' } },
  { name: 'queue by path', query: { states: ['awaiting_review'], order: 'by_path' } },
  { name: 'state', query: { text: 'state:rejected' } },
  { name: 'folder', query: { text: 'folder:cellar' } },
  { name: 'entity', query: { text: 'entity:cust-120000' } },
  { name: 'entity, beginning', query: { text: 'entity:cust-12*' } },
  { name: 'media type, rare', query: { text: 'type:SIGNATURE' } },
  { name: 'operator', query: { text: 'operator:anna' } },
  { name: 'operator, rare', query: { text: `operator:${rareOperator}` } },
  { name: 'finding', query: { text: 'finding:too_large' } },
  { name: 'error', query: { text: 'error:request_refused' } },
  { name: 'hash', query: { text: 'hash:abcdef' } },
  { name: 'seen in one month', query: { text: 'seen:2024-03' } },
  { name: 'sent in one year', query: { text: 'sent:2025' } },
  { name: 'changed in the last week', query: { text: 'changed:last7' } },
  { name: 'seen before', query: { text: 'is:duplicate' } },
  { name: 'corrected', query: { text: 'is:corrected' } },
]

/** What people search for, of every kind; they make one row together. */
const searches: readonly string[] = [
  'passport',
  'anna',
  'unknown_field',
  rareWord,
  rareWord.slice(0, 2),
  'nowhere-in-it',
  `passport ${rareWord}`,
  'passport state:failed',
  'letter state:awaiting_review',
  `passport operator:${rareOperator}`,
  'operator:anna state:rejected changed:last7',
  'operator:anna finding:duplicate_same_entity',
  'passport seen:2024-03 operator:anna',
  'sent:2024-03 entity:cust-12*',
  'type:SIGNATURE state:rejected operator:ben',
  'station-3 type:SIGNATURE finding:duplicate_same_entity',
  'state:rejected finding:too_large operator:ben',
  'letter -station-1 is:corrected',
]

/** What no index answers: a page is given out after a while, and the search goes on with the next one. */
const longSearches: readonly { readonly name: string; readonly text: string }[] = [
  { name: 'a letter that no item has', text: 'ß' },
  { name: 'a letter that few items have', text: 'q' },
  { name: 'without a word of every item', text: '-cust' },
  { name: 'two frequent words, never together', text: 'passport letter' },
]

// The history of a large ledger, against the same of a small one.
await runBenchmark('history', async ({ folder, scaled }) => {
  const sizes = { large: scaled(1_000_000), small: scaled(10_000) }
  const open = (size: 'large' | 'small'): Ledger => {
    const startedAt = performance.now()
    const ledger = openLargeHistory(join(folder, `${size}.sqlite3`), sizes[size], nowMs)
    tell(`${sizes[size]} items written in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
    return ledger
  }
  const ledgers = { large: open('large'), small: open('small') }
  const rowOf = async (name: string, ask: (ledger: Ledger) => readonly (() => Promise<unknown>)[]) => {
    const timesMs = { large: [] as number[], small: [] as number[] }
    for (let repetition = 0; repetition < repetitions; repetition += 1) {
      for (const size of ['large', 'small'] as const) {
        for (const one of ask(ledgers[size])) {
          const startedAt = performance.now()
          await one()
          timesMs[size].push(performance.now() - startedAt)
        }
      }
    }
    const times = (size: 'large' | 'small') => ({
      label: `${sizes[size]} items`,
      medianMs: median(timesMs[size]),
      p95Ms: quantile(timesMs[size], 0.95),
    })
    return compare(name, times('large'), times('small'), peakRssBytes(process.pid))
  }
  const rows: BenchRow[] = []
  for (const { name, query } of questions) {
    rows.push(await rowOf(name, (ledger) => [() => ledger.list({ ...firstPage, ...query })]))
  }
  rows.push(await rowOf('two pages', (ledger) => [() => readPages(ledger, 2)]))
  rows.push(
    await rowOf('search', (ledger) => searches.map((text) => () => ledger.list({ ...firstPage, text }))),
    await rowOf('count of a search', (ledger) =>
      searches.map((text) => () => ledger.count({ states: [], text, atMost: 10_000 })),
    ),
  )
  for (const { name, text } of longSearches) {
    const cursors = {
      large: await cursorsOf(ledgers.large, text),
      small: await cursorsOf(ledgers.small, text),
    }
    const ofLedger = (ledger: Ledger) => (ledger === ledgers.large ? cursors.large : cursors.small)
    rows.push(
      await rowOf(`${name}: each page`, (ledger) =>
        ofLedger(ledger).map((cursor) => () => ledger.list({ ...firstPage, text, cursor })),
      ),
      await rowOf(`${name}: until 100 are found`, (ledger) => [() => cursorsOf(ledger, text)]),
      await rowOf(`${name}: counted`, (ledger) => [() => countAll(ledger, text)]),
    )
  }
  rows.push(
    await rowOf('causes', (ledger) => [() => ledger.causes({ states: [], text: '' })]),
    await rowOf('completion', (ledger) => [() => ledger.knownValues('entity_id', 'cust-12', 10)]),
  )
  ledgers.large.close()
  ledgers.small.close()
  return rows
})

/** As somebody reads who scrolls. */
async function readPages(ledger: Ledger, count: number): Promise<void> {
  let cursor: string | undefined
  for (let page = 0; page < count; page += 1) {
    cursor = (await ledger.list({ ...firstPage, cursor })).nextCursor ?? undefined
  }
}

/** The pages that are asked for until a hundred items are found, or the ledger ends. */
async function cursorsOf(ledger: Ledger, text: string): Promise<(string | undefined)[]> {
  const cursors: (string | undefined)[] = []
  let wanted = firstPage.limit
  let cursor: string | undefined
  do {
    cursors.push(cursor)
    const page = await ledger.list({ ...firstPage, text, limit: wanted, cursor })
    wanted -= page.items.length
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined && wanted > 0)
  return cursors
}

async function countAll(ledger: Ledger, text: string): Promise<void> {
  let after: number | undefined
  do {
    const { goesOnAfter } = await ledger.count({ states: [], text, atMost: 100_000, after })
    after = goesOnAfter ?? undefined
  } while (after !== undefined)
}
