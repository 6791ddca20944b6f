import type { Condition } from './search-clause.ts'
import { IntrayError } from '../../shared/error-codes.ts'
import type { ItemQuery } from '../../shared/item-query.ts'
import { queryFaultWords, queryPlace } from '../../shared/item-query-faults.ts'
import { parseItemQuery } from '../../shared/item-query-text.ts'
import type { ItemState } from '../../shared/item-states.ts'
import type { Connection } from './connection.ts'
import { conditionsOf } from './search-conditions.ts'
import { wordConditions } from './search-words.ts'

/** Which items are meant. Everything that is given must hold. */
export interface ItemSelection {
  /** Empty: every state. */
  readonly states: readonly ItemState[]
  /** A query as `parseItemQuery` reads it. */
  readonly text: string
  readonly folderId?: string | undefined
}

/** A selection as the ledger looks for it. */
export interface ItemSearch {
  readonly query: ItemQuery
  /** Null: every one; empty: none, because two lists of the selection have nothing in common. */
  readonly states: readonly ItemState[] | null
  readonly folders: readonly string[] | null
  /** All words that the search index knows. */
  readonly indexedWords: Condition | null
  readonly conditions: readonly Condition[]
}

/** Reads a selection. Throws `query_refused` with what cannot be read. */
export function readSearch(connection: Connection, selection: ItemSelection, nowMs: number): ItemSearch {
  const { query, problems } = parseItemQuery(selection.text, isoDay(nowMs))
  if (problems.length > 0) {
    const words = problems.map(
      (problem) => `${queryPlace(selection.text, problem)}: ${queryFaultWords(problem.fault)}`,
    )
    throw new IntrayError('query_refused', words.join(' '))
  }
  const { indexed, others } = wordConditions(connection, query.words, query.without)
  return {
    query,
    states: common(selection.states, query.states),
    folders: common(selection.folderId === undefined ? [] : [selection.folderId], query.folders),
    indexedWords: indexed,
    conditions: [...conditionsOf(connection, query), ...others],
  }
}

/** What both lists hold; an empty list means everything. */
function common<Value>(one: readonly Value[], other: readonly Value[]): readonly Value[] | null {
  if (one.length === 0) return other.length === 0 ? null : other
  return other.length === 0 ? one : one.filter((value) => other.includes(value))
}

/** The day in the computer's own time. */
function isoDay(timeMs: number): string {
  const time = new Date(timeMs)
  const parts = [time.getFullYear(), time.getMonth() + 1, time.getDate()]
  return parts.map((part) => String(part).padStart(2, '0')).join('-')
}
