import { systemClock } from '../time/clock.ts'
import type { Connection } from './connection.ts'
import { readSearch } from './item-search.ts'
import type { ItemSelection } from './item-search.ts'
import { clause } from './search-clause.ts'
import type { Clause, Condition } from './search-clause.ts'
import { countOf, countOfStates, countUpTo, everyCondition, fromIds, planSearch } from './search-plan.ts'
import { nextSlice } from './slice-size.ts'

export interface ItemCount {
  readonly count: number
  /** False where there are more. */
  readonly isExact: boolean
  /** Where counting took too long for one answer: the item after which to go on. */
  readonly goesOnAfter: number | null
}

export interface CountQuery extends ItemSelection {
  /** Counting stops here, but for states and folders, whose counts are kept. */
  readonly atMost: number
  /** `goesOnAfter` of the answer before; the count is that of the items after it. */
  readonly after?: number | undefined
}

export interface CountingEffort {
  /** So few items are counted in one piece, whatever it takes. */
  readonly few: number
  /** So many items are looked at first, before it is known how long that takes. */
  readonly firstSlice: number
  readonly answerMs: number
}

const usualEffort: CountingEffort = { few: 20_000, firstSlice: 5_000, answerMs: 30 }

/** How many items there are. Throws `query_refused`. */
export function countItems(
  connection: Connection,
  query: CountQuery,
  nowMs: number,
  effort = usualEffort,
): ItemCount {
  const { atMost, after } = query
  const search = readSearch(connection, query, nowMs)
  if (search.conditions.length === 0 && search.indexedWords === null) {
    return upTo(countOfStates(connection, search.states, search.folders), atMost)
  }
  const endsAtMs = systemClock.monotonicMs() + effort.answerMs
  if (after === undefined) {
    const plan = planSearch(connection, search, { gatherable: effort.few, isThorough: true })
    const isIndexAlone = plan.conditions.length === 1 && plan.conditions[0]?.isOfWords !== true
    if (plan.fewest?.isGatherable === true || (plan.fewest !== null && isIndexAlone)) {
      return upTo(countUpTo(connection, rowsOf(fromIds(plan)), atMost + 1), atMost)
    }
  }
  return countInSlices(connection, {
    conditions: everyCondition(search),
    from: after ?? 0,
    atMost,
    endsAtMs,
    effort,
  })
}

/** The exact number at one moment, however long that takes: what a person confirms for all of them. */
export function countAll(
  connection: Connection,
  selection: ItemSelection,
  nowMs: number,
  effort: Omit<CountingEffort, 'answerMs'> = usualEffort,
): number {
  const query = { ...selection, atMost: Number.MAX_SAFE_INTEGER - 1 }
  return countItems(connection, query, nowMs, { ...effort, answerMs: Infinity }).count
}

interface Counting {
  readonly conditions: readonly Condition[]
  readonly from: number
  readonly atMost: number
  readonly endsAtMs: number
  readonly effort: CountingEffort
}

/** In the order of the items' numbers, as far as the time allows. */
function countInSlices(connection: Connection, counting: Counting): ItemCount {
  const { conditions, atMost, endsAtMs, effort } = counting
  const newest = countOf(connection, clause('SELECT coalesce(max(id), 0) AS count FROM items'))
  // The search index passes over most, marks over many, and every state has its index.
  const source =
    conditions.find(({ isOfWords, idsBetween }) => isOfWords === true && idsBetween !== undefined) ??
    conditions.findLast(({ idsBetween }) => idsBetween !== undefined)
  let count = 0
  let after = counting.from
  for (let slice = effort.firstSlice; ;) {
    const startedAtMs = systemClock.monotonicMs()
    const to = after + slice
    const ids = source?.idsBetween?.(after, to)
    const from =
      source === undefined || ids === undefined
        ? fromIds({ conditions, fewest: null }, [clause('items.id > ? AND items.id <= ?', after, to)])
        : fromIds({ conditions, fewest: { condition: source, ids, count: 0, isGatherable: true } })
    count += countUpTo(connection, rowsOf(from), atMost + 1 - count)
    if (count > atMost) return upTo(count, atMost)
    if (to >= newest) return { count, isExact: true, goesOnAfter: null }
    const nowMs = systemClock.monotonicMs()
    const next = nextSlice(slice, nowMs - startedAtMs, endsAtMs - nowMs)
    if (next === null) return { count, isExact: false, goesOnAfter: to }
    slice = next
    after = to
  }
}

function rowsOf({ sql, parameters }: Clause): Clause {
  return { sql: `SELECT 1 ${sql}`, parameters }
}

function upTo(count: number, atMost: number): ItemCount {
  return { count: Math.min(count, atMost), isExact: count <= atMost, goesOnAfter: null }
}
