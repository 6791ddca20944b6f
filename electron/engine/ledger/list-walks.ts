import type { ItemState } from '../../shared/item-states.ts'
import { orderBy } from './item-order.ts'
import type { Section, Walk } from './item-order.ts'
import type { ItemSearch } from './item-search.ts'
import { allOf, clause } from './search-clause.ts'
import type { Clause, Condition } from './search-clause.ts'

export interface StateWalk extends Walk {
  readonly state?: ItemState
}

/** The indexes that hold a section in its order; where there are several, each holds other items. */
export function walksOf({ states }: ItemSearch, { walks, stateWalk }: Section): readonly StateWalk[] {
  return states === null || stateWalk === null ? walks : states.map((state) => ({ ...stateWalk, state }))
}

/**
 * Walks indexes that are in the order of the section, between `places`. Each is left as soon as it gave a whole page.
 * The limit is the last parameter, which the caller adds.
 */
export function walk(
  search: ItemSearch,
  conditions: readonly Condition[],
  section: Section,
  places: readonly Clause[],
  limit: number,
): Clause {
  const branches = walksOf(search, section).map((one) => {
    const where = allOf([...asked(one, section), ...places, ...conditions.map(({ holds }) => holds)])
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

/** Where the item stands that comes so many entries later in an index. It has the columns of the section's key. */
export function entryLater(
  one: StateWalk,
  section: Section,
  after: readonly Clause[],
  count: number,
): Clause {
  const where = allOf([...asked(one, section), ...after])
  return {
    sql: `SELECT ${section.key.join(', ')} FROM items ${by(one)} WHERE ${where.sql}
          ${orderBy(section)} LIMIT 1 OFFSET ?`,
    parameters: [...where.parameters, count - 1],
  }
}

/**
 * As `walk`, through the items in which the search index finds the words, of those with numbers after one and up to
 * another. The section is one in the order in which items were seen, which is the order of that index.
 */
export function walkWords(
  { indexedWords }: ItemSearch,
  conditions: readonly Condition[],
  { descending }: Section,
  after: number,
  upTo: number,
): Clause {
  const found = indexedWords?.idsBetween?.(after, upTo) ?? clause('SELECT id FROM items WHERE 0')
  const others = conditions.filter((condition) => condition !== indexedWords)
  const where = allOf(others.map(({ holds }) => holds))
  // CROSS JOIN keeps SQLite from turning the order of the two around.
  return {
    sql: `SELECT items.* FROM (${found.sql}) AS found CROSS JOIN items ON items.id = found.id
          WHERE ${where.sql} ORDER BY found.id ${descending ? 'DESC' : ''} LIMIT ?`,
    parameters: [...found.parameters, ...where.parameters],
  }
}

/** What the index itself is asked for. */
function asked({ state, only }: StateWalk, section: Section): Clause[] {
  return [...(state === undefined ? [] : [clause('items.state = ?', state)]), ...only, ...section.only]
}

function by({ index }: Walk): string {
  return index === null ? 'NOT INDEXED' : `INDEXED BY ${index}`
}
