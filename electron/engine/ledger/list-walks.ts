import type { ItemState } from '../../shared/item-states.ts'
import { orderBy } from './item-order.ts'
import type { Section, Walk } from './item-order.ts'
import type { ItemSearch } from './item-search.ts'
import { allOf, clause } from './search-clause.ts'
import type { Clause, Condition } from './search-clause.ts'

interface StateWalk extends Walk {
  readonly state?: ItemState
}

/**
 * Walks indexes that are in the order of the section. Each is left as soon as it gave a whole page. The limit is the
 * last parameter, which the caller adds.
 */
export function walk(
  { states }: ItemSearch,
  conditions: readonly Condition[],
  section: Section,
  after: readonly Clause[],
  limit: number,
): Clause {
  const { stateWalk } = section
  const walks: readonly StateWalk[] =
    states === null || stateWalk === null ? section.walks : states.map((state) => ({ ...stateWalk, state }))
  const branches = walks.map((one) => {
    const where = allOf([...placeOf(one, section, after), ...conditions.map(({ holds }) => holds)])
    return {
      sql: `SELECT * FROM (SELECT * FROM items ${by(one)} WHERE ${where.sql} ${orderBy(section)} LIMIT ?)`,
      parameters: [...where.parameters, limit],
    }
  })
  return {
    sql: `${branches.map(({ sql }) => sql).join(' UNION ALL ')} ${orderBy(section)} LIMIT ?`,
    parameters: branches.flatMap(({ parameters }) => parameters),
  }
}

/**
 * The same over the next `near` items of the list alone. Fewer rows than a page say nothing of the items after them.
 * Null where the section has no single index to walk.
 */
export function walkNear(
  { states }: ItemSearch,
  conditions: readonly Condition[],
  section: Section,
  after: readonly Clause[],
  near: number,
): Clause | null {
  const [state, ...otherStates] = states ?? []
  const [whole, ...otherWalks] = section.walks
  const single: StateWalk | undefined =
    state !== undefined && otherStates.length === 0 && section.stateWalk !== null
      ? { ...section.stateWalk, state }
      : otherWalks.length === 0
        ? whole
        : undefined
  if (single === undefined) return null
  const place = allOf(placeOf(single, section, after))
  const asked = allOf(conditions.map(({ holds }) => holds))
  // CROSS JOIN keeps the order of the inner query, so that nothing has to be sorted and the first page ends the walk.
  return {
    sql: `SELECT items.* FROM (
            SELECT id FROM items ${by(single)} WHERE ${place.sql} ${orderBy(section)} LIMIT ?) AS near
          CROSS JOIN items ON items.id = near.id WHERE ${asked.sql} LIMIT ?`,
    parameters: [...place.parameters, near, ...asked.parameters],
  }
}

/** The search index has the order in which items were seen. Null where the list wants another one, or has no words. */
export function walkWords(
  { indexedWords }: ItemSearch,
  conditions: readonly Condition[],
  section: Section,
  after: readonly Clause[],
): Clause | null {
  const ids = indexedWords?.ids ?? null
  if (ids === null || section.key[0] !== 'id') return null
  const others = conditions.filter((condition) => condition !== indexedWords)
  const where = allOf(others.map(({ holds }) => holds))
  const place = after.map(({ sql }) => `AND ${sql.replace('items.id', 'item_search.rowid')}`).join(' ')
  // CROSS JOIN keeps SQLite from turning the order of the two around.
  return {
    sql: `SELECT items.* FROM item_search CROSS JOIN items ON items.id = item_search.rowid
          WHERE item_search MATCH ? ${place} AND ${where.sql}
          ORDER BY item_search.rowid ${section.descending ? 'DESC' : ''} LIMIT ?`,
    parameters: [...ids.parameters, ...after.flatMap(({ parameters }) => parameters), ...where.parameters],
  }
}

/** What the index itself is asked for. */
function placeOf({ state, only }: StateWalk, section: Section, after: readonly Clause[]): Clause[] {
  return [
    ...(state === undefined ? [] : [clause('items.state = ?', state)]),
    ...only,
    ...section.only,
    ...after,
  ]
}

function by({ index }: Walk): string {
  return index === null ? 'NOT INDEXED' : `INDEXED BY ${index}`
}
