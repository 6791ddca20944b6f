import type { ItemPage } from '../../shared/records.ts'
import type { Connection } from './connection.ts'
import { afterKey, orderBy, readCursor, sectionsOf, writeCursor } from './item-order.ts'
import type { ItemOrder, Section } from './item-order.ts'
import { toItem } from './item-record.ts'
import type { ItemRow } from './item-record.ts'
import { readSearch } from './item-search.ts'
import type { ItemSearch, ItemSelection } from './item-search.ts'
import { walk, walkNear, walkWords } from './list-walks.ts'
import type { Clause, Parameter } from './search-clause.ts'
import { fromItems, planSearch } from './search-plan.ts'
import type { SearchPlan } from './search-plan.ts'

export interface ItemListQuery extends ItemSelection {
  /**
   * `oldest_first`: as seen. `newest_first`: by last change, a search for words by when they were seen. Where the query
   * asks for days, both sort by the time that it asks about: sent before changed before seen.
   */
  readonly order: ItemOrder
  readonly cursor?: string | undefined
  readonly limit: number
}

/** How much work to put into one way of reading a page before another one is tried. */
export interface ListingEffort {
  /** So few items are gathered and sorted at once. */
  readonly few: number
  /** So many items are walked over in the order of the list, in the hope that they fill the page. */
  readonly near: number
  /** So many are gathered where that was in vain; of more, the whole list is walked over. */
  readonly many: number
}

const usualEffort: ListingEffort = { few: 5_000, near: 20_000, many: 60_000 }

interface Listing {
  readonly connection: Connection
  readonly search: ItemSearch
  readonly effort: ListingEffort
  readonly limit: number
}

/** One page of items. Throws `query_refused`, and `input_invalid` for a cursor of another list. */
export function listItems(
  connection: Connection,
  query: ItemListQuery,
  nowMs: number,
  effort = usualEffort,
): ItemPage {
  const search = readSearch(connection, query, nowMs)
  if (search.states?.length === 0 || search.folders?.length === 0) return { items: [], nextCursor: null }
  const sections = sectionsOf(query.order, search)
  const rowOf = (itemId: number): ItemRow | undefined =>
    connection.prepare<[number], ItemRow>('SELECT * FROM items WHERE id = ?').get(itemId)
  const cursor = query.cursor === undefined ? null : readCursor(query.cursor, sections, rowOf)
  const found: { readonly row: ItemRow; readonly cursor: string }[] = []
  for (const [number, section] of sections.entries()) {
    const limit = query.limit + 1 - found.length
    if (limit === 0 || (cursor !== null && number < cursor.section)) continue
    const after = number === cursor?.section ? [afterKey(section, cursor)] : []
    for (const row of readSection({ connection, search, effort, limit }, section, after)) {
      found.push({ row, cursor: writeCursor(number, section, row) })
    }
  }
  const page = found.slice(0, query.limit)
  return {
    items: page.map(({ row }) => toItem(row)),
    nextCursor: found.length > query.limit ? (page.at(-1)?.cursor ?? null) : null,
  }
}

/**
 * Few items are gathered and sorted. Of many, a page is mostly full soon in the order of the list. Where it is not,
 * because the items lie together somewhere else in it, they are gathered after all, unless they are too many.
 */
function readSection(listing: Listing, section: Section, after: readonly Clause[]): ItemRow[] {
  const { connection, search, effort, limit } = listing
  const read = ({ sql, parameters }: Clause): ItemRow[] =>
    connection.prepare<Parameter[], ItemRow>(sql).all(...parameters, limit)
  const asksForStatesAlone = search.states !== null && hasNoOther(search)
  // States are counted already, and a queue is always gathered in one piece.
  const gatherable = asksForStatesAlone ? effort.many : effort.few
  const plan = planSearch(connection, search, { gatherable, isThorough: false })
  const { conditions, fewest } = plan
  if (fewest?.count === 0) return []
  if (conditions.length === 0 || (asksForStatesAlone && section.stateWalk !== null)) {
    return read(walk(search, conditions, section, after, limit))
  }
  if (fewest?.isGatherable === true) return read(gather(plan, section, after))
  const near = walkNear(search, conditions, section, after, effort.near)
  const rows = near === null ? [] : read(near)
  if (rows.length === limit) return rows
  const thorough = planSearch(connection, search, { gatherable: effort.many, isThorough: true })
  if (thorough.fewest?.count === 0) return []
  if (thorough.fewest?.isGatherable === true) return read(gather(thorough, section, after))
  return read(
    walkWords(search, conditions, section, after) ?? walk(search, conditions, section, after, limit),
  )
}

function hasNoOther({ folders, indexedWords, conditions }: ItemSearch): boolean {
  return folders === null && indexedWords === null && conditions.length === 0
}

function gather(plan: SearchPlan, section: Section, after: readonly Clause[]): Clause {
  const { sql, parameters } = fromItems(plan, [...section.only, ...after])
  return { sql: `SELECT items.* ${sql} ${orderBy(section)} LIMIT ?`, parameters }
}
