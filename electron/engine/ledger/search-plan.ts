import type { ItemState } from '../../shared/item-states.ts'
import type { Connection } from './connection.ts'
import type { ItemSearch } from './item-search.ts'
import { allOf, clause, oneOf, within } from './search-clause.ts'
import type { Clause, Condition, IdSource, Parameter } from './search-clause.ts'
import { folderCondition } from './search-conditions.ts'

/** Every condition of a search, and the one that leaves the fewest items. */
export interface SearchPlan {
  readonly conditions: readonly Condition[]
  /** Null where no index tells the items of any condition. */
  readonly fewest: Source | null
}

export interface Source {
  readonly condition: Condition
  readonly ids: Clause
  /** Counted up to what can be gathered. */
  readonly count: number
  readonly isGatherable: boolean
}

export interface PlanLimits {
  /** So many items are gathered and sorted rather than looked for among others; fewer where words are looked for in each. */
  readonly gatherable: number
  /** Whether to look for a condition's index entries where that is some work. */
  readonly isThorough: boolean
}

/** What a count or a report is planned by. */
export const thoroughLimits: PlanLimits = { gatherable: 20_000, isThorough: true }

/** Looking words up costs more for each item than looking up a single value. */
const gatherableWordCount = 3_000
/** How much looking for a word in an item costs, where reading the item costs 1. */
const wordCost = 2

/** Counts how many items each condition leaves, as far as that matters. */
export function planSearch(connection: Connection, search: ItemSearch, limits = thoroughLimits): SearchPlan {
  const conditions = everyCondition(search)
  const states = search.states === null ? null : conditions[0]
  let fewest: Source | null = null
  for (const condition of conditions) {
    const source = sourceOf(condition, limits.isThorough)
    if (source?.ids == null) continue
    const words = conditions.filter((other) => other !== condition && other.isOfWords === true).length
    const bearable = Math.floor(limits.gatherable / (1 + wordCost * words))
    const most = condition.isOfWords === true ? Math.min(bearable, gatherableWordCount) : bearable
    const counted =
      condition === states
        ? countOfStates(connection, search.states ?? [], null)
        : countSource(connection, source, most)
    const isGatherable = counted <= most
    const count = isGatherable ? counted : Math.max(counted, limits.gatherable + 1)
    if (fewest === null || count < fewest.count) {
      fewest = { condition, ids: source.ids, count, isGatherable }
    }
  }
  return { conditions, fewest }
}

/** Those of states first. */
export function everyCondition({ states, folders, indexedWords, conditions }: ItemSearch): Condition[] {
  return [
    ...(states === null ? [] : [stateCondition(states)]),
    ...(folders === null ? [] : [folderCondition(folders)]),
    ...(indexedWords === null ? [] : [indexedWords]),
    ...conditions,
  ]
}

function sourceOf(condition: Condition, isThorough: boolean): IdSource | null {
  return condition.ids === null && isThorough ? (condition.lateSource?.() ?? null) : condition
}

function countSource(connection: Connection, { ids, wider = [] }: IdSource, most: number): number {
  const isSoonCounted =
    wider.length < 2 || wider.some((each) => countUpTo(connection, each, most + 1) <= most)
  return ids === null || !isSoonCounted ? most + 1 : countUpTo(connection, ids, most + 1)
}

function stateCondition(states: readonly ItemState[]): Condition {
  const holds = oneOf('items.state', states)
  const select = 'SELECT id FROM items INDEXED BY items_state WHERE '
  return {
    holds,
    ids: within(select, holds),
    idsBetween: (after, upTo) => within(select, allOf([holds, clause('id > ? AND id <= ?', after, upTo)])),
  }
}

/** From the counts that the ledger keeps of every folder and state. Null: all of them. */
export function countOfStates(
  connection: Connection,
  states: readonly ItemState[] | null,
  folders: readonly string[] | null,
): number {
  const asked = allOf([
    ...(states === null ? [] : [oneOf('state', states)]),
    ...(folders === null ? [] : [oneOf('folder_id', folders)]),
  ])
  return countOf(connection, within('SELECT coalesce(sum(count), 0) AS count FROM item_counts WHERE ', asked))
}

/** How many rows a query has; counting stops at `most`. */
export function countUpTo(connection: Connection, rows: Clause, most: number): number {
  return countOf(connection, {
    sql: `SELECT count(*) AS count FROM (SELECT 1 FROM (${rows.sql}) LIMIT ?)`,
    parameters: [...rows.parameters, most],
  })
}

/** What a query that counts says. */
export function countOf(connection: Connection, { sql, parameters }: Clause): number {
  return connection.prepare<Parameter[], { count: number }>(sql).get(...parameters)?.count ?? 0
}

/** As `fromItems`, for a look at ids alone: the rows are left out where no condition asks for anything else of them. */
export function fromIds(plan: SearchPlan, more: readonly Clause[] = []): Clause {
  const { conditions, fewest } = plan
  const others = conditions.filter((condition) => condition !== fewest?.condition)
  if (fewest === null || !others.every(({ asksIdAlone }) => asksIdAlone === true))
    return fromItems(plan, more)
  const where = allOf([...others.map(({ holds }) => holds), ...more])
  return {
    sql: `FROM (${fewest.ids.sql}) AS items WHERE ${where.sql}`,
    parameters: [...fewest.ids.parameters, ...where.parameters],
  }
}

/** `FROM items` and `WHERE`: all that the plan's conditions hold of, beginning with the fewest. */
export function fromItems({ conditions, fewest }: SearchPlan, more: readonly Clause[] = []): Clause {
  const others = conditions.filter((condition) => condition !== fewest?.condition)
  const where = within('WHERE ', allOf([...others.map(({ holds }) => holds), ...more]))
  if (fewest === null) return within('FROM items NOT INDEXED ', where)
  // CROSS JOIN keeps SQLite from turning the order of the two around.
  return {
    sql: `FROM (${fewest.ids.sql}) AS found CROSS JOIN items ON items.id = found.id ${where.sql}`,
    parameters: [...fewest.ids.parameters, ...where.parameters],
  }
}
