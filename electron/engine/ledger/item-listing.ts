import { IntrayError } from '../../shared/error-codes.ts'
import type { ItemState } from '../../shared/item-states.ts'
import type { ItemPage } from '../../shared/records.ts'
import type { Connection } from './connection.ts'
import { toItem } from './item-rows.ts'
import type { ItemRow } from './item-rows.ts'

export interface ItemListQuery {
  /** Empty: every state. */
  readonly states: readonly ItemState[]
  readonly text: string
  readonly folderId?: string | undefined
  readonly order: 'oldest_first' | 'newest_first'
  readonly cursor?: string | undefined
  readonly limit: number
}

type Parameter = string | number

interface Clause {
  readonly sql: string
  readonly parameters: readonly Parameter[]
}

/**
 * One page of items. Without text: `oldest_first` is the order in which files were seen, stable under changes;
 * `newest_first` is by last change. With text the newest seen come first, because the search index has that order.
 */
export function listItems(connection: Connection, query: ItemListQuery): ItemPage {
  const words = query.text.trim().split(/\s+/u).filter(Boolean)
  const byChange = words.length === 0 && query.order === 'newest_first'
  const ascending = words.length === 0 && query.order === 'oldest_first'
  const filters = [
    ...words.map(wordClause),
    ...folderClause(query.folderId),
    ...cursorClause(query, byChange, ascending),
  ]
  const orderBy = byChange ? 'changed_at_ms DESC, id DESC' : ascending ? 'id' : 'id DESC'

  // One ordered, limited branch for each state: each walks its index and stops early, however many items there are.
  const branches = query.states.length === 0 ? [undefined] : query.states
  const parameters: Parameter[] = []
  const selects = branches.map((state) => {
    const clauses = state === undefined ? filters : [{ sql: 'state = ?', parameters: [state] }, ...filters]
    const where = clauses.length === 0 ? '' : `WHERE ${clauses.map((clause) => clause.sql).join(' AND ')}`
    parameters.push(...clauses.flatMap((clause) => clause.parameters), query.limit + 1)
    return `SELECT * FROM (SELECT * FROM items ${where} ORDER BY ${orderBy} LIMIT ?)`
  })
  const sql = `${selects.join(' UNION ALL ')} ORDER BY ${orderBy} LIMIT ?`
  const found = connection.prepare<Parameter[], ItemRow>(sql).all(...parameters, query.limit + 1)

  const page = found.slice(0, query.limit)
  const last = page.at(-1)
  const more = found.length > query.limit && last !== undefined
  return {
    items: page.map(toItem),
    nextCursor: more
      ? byChange
        ? `${String(last.changed_at_ms)}:${String(last.id)}`
        : String(last.id)
      : null,
  }
}

/** Trigrams find any part of three characters or more; a hash is found by its beginning. */
function wordClause(word: string): Clause {
  if (/^[0-9a-f]{12,64}$/i.test(word)) {
    const prefix = word.toLowerCase()
    return {
      sql: '(sha256 BETWEEN ? AND ? OR id IN (SELECT rowid FROM item_search WHERE item_search MATCH ?))',
      parameters: [prefix, `${prefix}g`, phrase(word)],
    }
  }
  if ([...word].length >= 3) {
    return {
      sql: 'id IN (SELECT rowid FROM item_search WHERE item_search MATCH ?)',
      parameters: [phrase(word)],
    }
  }
  const part = `%${word.replace(/[\\%_]/g, (character) => `\\${character}`)}%`
  return {
    sql: `(path LIKE ? ESCAPE '\\' OR entity_id LIKE ? ESCAPE '\\')`,
    parameters: [part, part],
  }
}

/** Quoted, so that nothing that a person types is an operator of the search language. */
function phrase(word: string): string {
  return `"${word.replaceAll('"', '""')}"`
}

function folderClause(folderId: string | undefined): Clause[] {
  return folderId === undefined ? [] : [{ sql: 'folder_id = ?', parameters: [folderId] }]
}

function cursorClause(query: ItemListQuery, byChange: boolean, ascending: boolean): Clause[] {
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
  return [{ sql: ascending ? 'id > ?' : 'id < ?', parameters: [first] }]
}
