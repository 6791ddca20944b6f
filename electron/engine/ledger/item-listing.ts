import { IntrayError } from '../../shared/error-codes.ts'
import type { ItemState } from '../../shared/item-states.ts'
import type { ItemPage } from '../../shared/records.ts'
import type { Connection } from './connection.ts'
import { toItem } from './item-record.ts'
import type { ItemRow } from './item-record.ts'
import { readSearch } from './item-search.ts'
import type { Clause, Parameter } from './item-search.ts'

export interface ItemListQuery {
  /** Empty: every state. */
  readonly states: readonly ItemState[]
  readonly text: string
  readonly folderId?: string | undefined
  readonly order: 'oldest_first' | 'newest_first'
  readonly cursor?: string | undefined
  readonly limit: number
}

interface Statement {
  readonly sql: string
  readonly parameters: readonly Parameter[]
}

/**
 * One page of items. Without text: `oldest_first` is the order in which files were seen, stable under changes;
 * `newest_first` is by last change. With text the newest seen come first, because the search index has that order.
 */
export function listItems(connection: Connection, query: ItemListQuery): ItemPage {
  const byChange = query.text.trim() === '' && query.order === 'newest_first'
  const { sql, parameters } = query.text.trim() === '' ? browse(query, byChange) : search(query)
  const found = connection.prepare<Parameter[], ItemRow>(sql).all(...parameters)
  const page = found.slice(0, query.limit)
  const last = page.at(-1)
  const more = found.length > query.limit && last !== undefined
  const place = byChange ? [last?.changed_at_ms, last?.id] : [last?.id]
  return { items: page.map(toItem), nextCursor: more ? place.join(':') : null }
}

/** One ordered, limited branch for each state: each walks its index and stops early, however many items there are. */
function browse(query: ItemListQuery, byChange: boolean): Statement {
  const ascending = query.order === 'oldest_first'
  const orderBy = byChange ? 'changed_at_ms DESC, id DESC' : ascending ? 'id' : 'id DESC'
  const filters = [...folderClause(query.folderId), ...cursorClause(query, byChange, ascending ? '>' : '<')]
  const states = query.states.length === 0 ? [undefined] : query.states
  const branches = states.map((state) => {
    const clauses = state === undefined ? filters : [{ sql: 'state = ?', parameters: [state] }, ...filters]
    return {
      sql: `SELECT * FROM (SELECT * FROM items ${where(clauses)} ORDER BY ${orderBy} LIMIT ?)`,
      parameters: [...clauses.flatMap((clause) => clause.parameters), query.limit + 1],
    }
  })
  return {
    sql: `${branches.map(({ sql }) => sql).join(' UNION ALL ')} ORDER BY ${orderBy} LIMIT ?`,
    parameters: [...branches.flatMap(({ parameters }) => parameters), query.limit + 1],
  }
}

/** Walks the search index from the newest item on, and stops when the page is full. */
function search(query: ItemListQuery): Statement {
  const { indexed, clauses: words } = readSearch(query.text)
  const states: Clause[] =
    query.states.length === 0
      ? []
      : [{ sql: `state IN (${query.states.map(() => '?').join(', ')})`, parameters: query.states }]
  const clauses = [...words, ...states, ...folderClause(query.folderId), ...cursorClause(query, false, '<')]
  const limit = query.limit + 1
  if (indexed === null) {
    return {
      sql: `SELECT * FROM items ${where(clauses)} ORDER BY id DESC LIMIT ?`,
      parameters: [...clauses.flatMap((clause) => clause.parameters), limit],
    }
  }
  // CROSS JOIN keeps SQLite from turning the order of the two around.
  const matched = { sql: 'item_search MATCH ?', parameters: [indexed] }
  return {
    sql: `SELECT items.* FROM item_search CROSS JOIN items ON items.id = item_search.rowid
          ${where([matched, ...clauses])} ORDER BY item_search.rowid DESC LIMIT ?`,
    parameters: [indexed, ...clauses.flatMap((clause) => clause.parameters), limit],
  }
}

function where(clauses: readonly Clause[]): string {
  return clauses.length === 0 ? '' : `WHERE ${clauses.map(({ sql }) => sql).join(' AND ')}`
}

function folderClause(folderId: string | undefined): Clause[] {
  return folderId === undefined ? [] : [{ sql: 'items.folder_id = ?', parameters: [folderId] }]
}

function cursorClause(query: ItemListQuery, byChange: boolean, after: '<' | '>'): Clause[] {
  if (query.cursor === undefined) return []
  const numbers = query.cursor.split(':').map(Number)
  const [first, second] = numbers
  const expected = byChange ? 2 : 1
  if (
    numbers.length !== expected ||
    first === undefined ||
    numbers.some((part) => !Number.isSafeInteger(part))
  ) {
    throw new IntrayError('input_invalid', 'The cursor is not one that this list gave out.')
  }
  if (byChange) return [{ sql: '(changed_at_ms, id) < (?, ?)', parameters: [first, second ?? 0] }]
  return [{ sql: `items.id ${after} ?`, parameters: [first] }]
}
