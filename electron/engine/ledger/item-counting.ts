import type { Connection } from './connection.ts'
import { readSearch } from './item-search.ts'
import type { ItemSelection } from './item-search.ts'
import { clause } from './search-clause.ts'
import { countOfStates, countUpTo, fromIds, planSearch } from './search-plan.ts'

export interface ItemCount {
  readonly count: number
  /** False where there are more. */
  readonly isExact: boolean
}

/** How many items there are; counting stops at `atMost`, but for states and folders, whose counts are kept. */
export function countItems(
  connection: Connection,
  selection: ItemSelection,
  atMost: number,
  nowMs: number,
): ItemCount {
  const search = readSearch(connection, selection, nowMs)
  if (search.conditions.length === 0 && search.indexedWords === null) {
    return upTo(countOfStates(connection, search.states, search.folders), atMost)
  }
  const from = fromIds(planSearch(connection, search))
  const rows = clause(`SELECT 1 ${from.sql}`, ...from.parameters)
  return upTo(countUpTo(connection, rows, atMost + 1), atMost)
}

function upTo(count: number, atMost: number): ItemCount {
  return { count: Math.min(count, atMost), isExact: count <= atMost }
}
