import type { ItemPage } from '../../shared/records.ts'
import { systemClock } from '../time/clock.ts'
import type { Connection } from './connection.ts'
import { afterPlace, placeOf, readCursor, sectionsOf, writeCursor } from './item-order.ts'
import type { Cursor, ItemOrder, Place, Section } from './item-order.ts'
import { toItem } from './item-record.ts'
import type { ItemRow } from './item-record.ts'
import { readSearch } from './item-search.ts'
import type { ItemSearch, ItemSelection } from './item-search.ts'
import { readSlices } from './list-slices.ts'
import type { SlicesRead } from './list-slices.ts'
import { walk } from './list-walks.ts'
import type { Clause, Parameter } from './search-clause.ts'
import { countOfStates, fromItems, planSearch } from './search-plan.ts'
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
  /** So many items are looked through in the order of the list, in the hope that they fill the page. */
  readonly near: number
  /** So many are gathered where that was in vain; of more, the list is looked through until the time is over. */
  readonly many: number
  /** So many items of the list are looked at first, before it is known how long that takes. */
  readonly firstSlice: number
  /** After so long a page is given out as it is, even if it is empty. */
  readonly pageMs: number
}

const usualEffort: ListingEffort = { few: 5_000, near: 20_000, many: 60_000, firstSlice: 5_000, pageMs: 30 }

interface Listing {
  readonly connection: Connection
  readonly search: ItemSearch
  readonly effort: ListingEffort
  readonly msLeft: () => number
}

/**
 * One page of items. It has fewer than `limit` items, or none, and a cursor where looking for more takes too long for one
 * answer. Throws `query_refused`, and `input_invalid` for a cursor of another list.
 */
export function listItems(
  connection: Connection,
  query: ItemListQuery,
  nowMs: number,
  effort = usualEffort,
): ItemPage {
  const endsAtMs = systemClock.monotonicMs() + effort.pageMs
  const search = readSearch(connection, query, nowMs)
  const listing = { connection, search, effort, msLeft: () => endsAtMs - systemClock.monotonicMs() }
  if (search.states?.length === 0 || search.folders?.length === 0) return lastPage([])
  const sections = sectionsOf(query.order, search)
  const rowOf = (itemId: number): ItemRow | undefined =>
    connection.prepare<[number], ItemRow>('SELECT * FROM items WHERE id = ?').get(itemId)
  const cursor = query.cursor === undefined ? null : readCursor(query.cursor, sections, rowOf)
  const found: ItemRow[] = []
  let last: Cursor | null = null
  for (const [number, section] of sections.entries()) {
    if (cursor !== null && number < cursor.section) continue
    const from = number === cursor?.section ? cursor.place : null
    const wanted = query.limit - found.length
    // One row more tells whether anything follows.
    const { rows, reached } = readSection(listing, section, from, wanted + 1)
    for (const row of rows.slice(0, wanted)) {
      found.push(row)
      last = { section: number, place: placeOf(section, row) }
    }
    if (rows.length > wanted && last !== null) return pageUpTo(found, last, null)
    if (reached !== null) {
      return pageUpTo(found, { section: number, place: reached }, timeReached(section, reached, rowOf))
    }
  }
  return lastPage(found)
}

function lastPage(rows: readonly ItemRow[]): ItemPage {
  return { items: rows.map(toItem), nextCursor: null, reachedMs: null }
}

function pageUpTo(rows: readonly ItemRow[], cursor: Cursor, reachedMs: number | null): ItemPage {
  return { items: rows.map(toItem), nextCursor: writeCursor(cursor), reachedMs }
}

/** The time of the items that were looked at last, where the list is in the order of a time. */
function timeReached(
  { key }: Section,
  place: Place,
  rowOf: (itemId: number) => ItemRow | undefined,
): number | null {
  const [column] = key
  if (column === 'id') return rowOf(Number(place[0]))?.first_seen_at_ms ?? null
  return column === 'entity_id' || column === 'folder_id' || column === 'size_bytes' ? null : Number(place[0])
}

/**
 * Few items are gathered and sorted. Of many, a page is mostly full soon in the order of the list. Where it is not,
 * because the items lie together somewhere else in it, they are gathered after all. Where they are too many for that, or
 * no index tells them, the list is looked through as far as the time of one answer allows.
 */
function readSection(listing: Listing, section: Section, from: Place | null, limit: number): SlicesRead {
  const { connection, search, effort, msLeft } = listing
  const after = from === null ? [] : [afterPlace(section, from)]
  const all = ({ sql, parameters }: Clause): SlicesRead => ({
    rows: connection.prepare<Parameter[], ItemRow>(sql).all(...parameters, limit),
    reached: null,
  })
  const asksForStatesAlone = search.states !== null && hasNoOther(search)
  const byWords = section.key[0] === 'id' && search.indexedWords !== null && !asksForFewStates(listing)
  // States are counted already, and a queue is always gathered in one piece.
  const gatherable = asksForStatesAlone ? effort.many : effort.few
  const plan = planSearch(connection, search, { gatherable, isThorough: false })
  const { conditions, fewest } = plan
  if (fewest?.count === 0) return nothing
  if (conditions.length === 0 || (asksForStatesAlone && section.stateWalk !== null)) {
    return all(walk(search, conditions, section, after, limit))
  }
  if (fewest?.isGatherable === true) return all(gather(plan, section, after))
  const source = { connection, search, conditions, section, byWords }
  const slices = { firstSlice: effort.firstSlice, msLeft }
  const near = readSlices(source, from, {
    ...slices,
    rows: limit,
    isEnough: (looked) => looked >= effort.near,
  })
  if (near.reached === null) return near
  const thorough = planSearch(connection, search, { gatherable: effort.many, isThorough: true })
  if (thorough.fewest?.count === 0) return nothing
  if (thorough.fewest?.isGatherable === true) return all(gather(thorough, section, after))
  const far = readSlices(source, near.reached, {
    ...slices,
    rows: limit - near.rows.length,
    isEnough: () => msLeft() <= 0,
  })
  return { rows: [...near.rows, ...far.rows], reached: far.reached }
}

const nothing: SlicesRead = { rows: [], reached: null }

/** Whether the index of the states passes over most of what the words would find. */
function asksForFewStates({ connection, search }: Listing): boolean {
  if (search.states === null) return false
  const every = countOfStates(connection, null, null)
  return countOfStates(connection, search.states, null) < every * smallShare
}

const smallShare = 0.25

function hasNoOther({ folders, indexedWords, conditions }: ItemSearch): boolean {
  return folders === null && indexedWords === null && conditions.length === 0
}

/** Sorts keys alone: whole rows are read of those that make the page. */
function gather(plan: SearchPlan, { key, only, descending }: Section, after: readonly Clause[]): Clause {
  const { sql, parameters } = fromItems(plan, [...only, ...after])
  const keys = key.map((column) => `items.${column}`)
  const order = keys.map((column) => `${column}${descending ? ' DESC' : ''}`)
  return {
    sql: `SELECT items.* FROM (SELECT ${keys.join(', ')} ${sql} ORDER BY ${order.join(', ')} LIMIT ?) AS page
          CROSS JOIN items ON items.id = page.id`,
    parameters,
  }
}
