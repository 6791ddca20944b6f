import type { Connection } from './connection.ts'
import { afterPlace, placeOf, upToPlace } from './item-order.ts'
import type { KeyColumn, Place, Section } from './item-order.ts'
import type { ItemRow } from './item-record.ts'
import type { ItemSearch } from './item-search.ts'
import { entryLater, walk, walksOf, walkWords } from './list-walks.ts'
import type { Clause, Condition, Parameter } from './search-clause.ts'
import { nextSlice } from './slice-size.ts'

/** What a list is read from. */
export interface SliceSource {
  readonly connection: Connection
  readonly search: ItemSearch
  readonly conditions: readonly Condition[]
  readonly section: Section
  /** Whether to walk through the search index rather than through the list. */
  readonly byWords: boolean
}

/** How far to look. */
export interface SliceLimits {
  readonly rows: number
  /** So many entries are looked at first; further slices are as large as the time that is left allows. */
  readonly firstSlice: number
  /** Whether to stop after so many entries. */
  readonly isEnough: (entries: number) => boolean
  readonly msLeft: () => number
}

export interface SlicesRead {
  readonly rows: readonly ItemRow[]
  /** Where it stopped although more may follow; null where the rows are full or nothing follows. */
  readonly reached: Place | null
}

/** Where words are walked, a slice is this many times as large: the search index passes over what does not match. */
const wordSliceFactor = 10

/**
 * Looks through a list in its own order, slice by slice, until it has the rows, comes to the end, or has to stop. So the
 * time of an answer is bounded, however few items of however many are wanted.
 */
export function readSlices(source: SliceSource, from: Place | null, limits: SliceLimits): SlicesRead {
  const { connection, search, conditions, section, byWords } = source
  const rows: ItemRow[] = []
  let slice = limits.firstSlice * (byWords ? wordSliceFactor : 1)
  let place = from
  for (let entries = 0; ;) {
    const leftMs = limits.msLeft()
    const after = place === null ? [] : [afterPlace(section, place)]
    const end = sliceEnd(source, place, after, slice)
    const wanted = limits.rows - rows.length
    const { sql, parameters } = byWords
      ? walkWords(search, conditions, section, ...numbersBetween(section, place, end))
      : walk(search, conditions, section, end === null ? after : [...after, upToPlace(section, end)], wanted)
    rows.push(...connection.prepare<Parameter[], ItemRow>(sql).all(...parameters, wanted))
    if (rows.length === limits.rows || end === null) return { rows, reached: null }
    entries += slice
    if (limits.isEnough(entries)) return { rows, reached: end }
    const next = nextSlice(slice, leftMs - limits.msLeft(), limits.msLeft())
    if (next === null) return { rows, reached: end }
    slice = next
    place = end
  }
}

/** The last place of a slice; null where the list ends within it. */
function sliceEnd(
  { connection, search, section, byWords }: SliceSource,
  from: Place | null,
  after: readonly Clause[],
  entries: number,
): Place | null {
  const walks = walksOf(search, section)
  if (byWords || walks.some(({ index }) => index === null)) {
    return placeByNumber(connection, section, from, entries)
  }
  const ends = walks.flatMap((one) => {
    const { sql, parameters } = entryLater(one, section, after, entries)
    const row = connection.prepare<Parameter[], Pick<ItemRow, KeyColumn>>(sql).get(...parameters)
    return row === undefined ? [] : [placeOf(section, row)]
  })
  // Up to the first of the ends all indexes were looked through.
  const sign = section.descending ? -1 : 1
  return ends.sort((one, other) => sign * comparePlaces(one, other))[0] ?? null
}

/** Items have their numbers in the order in which they were seen, with hardly a gap. */
function placeByNumber(
  connection: Connection,
  { descending }: Section,
  from: Place | null,
  entries: number,
): Place | null {
  const newest =
    connection.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM items').get()?.id ?? 0
  if (descending) {
    const end = (from === null ? newest + 1 : Number(from[0])) - entries
    return end <= 1 ? null : [end]
  }
  const end = (from === null ? 0 : Number(from[0])) + entries
  return end >= newest ? null : [end]
}

/** The items from one place to another, as those with numbers after one and up to another. */
function numbersBetween({ descending }: Section, from: Place | null, to: Place | null): [number, number] {
  const [first] = from ?? []
  const [last] = to ?? []
  return descending
    ? [
        last === undefined ? 0 : Number(last) - 1,
        first === undefined ? Number.MAX_SAFE_INTEGER : Number(first) - 1,
      ]
    : [Number(first ?? 0), Number(last ?? Number.MAX_SAFE_INTEGER)]
}

/** As SQLite compares them: texts by their bytes in UTF-8. */
function comparePlaces(one: Place, other: Place): number {
  for (const [index, value] of one.entries()) {
    const beside = other[index]
    if (value === beside) continue
    if (typeof value === 'number' && typeof beside === 'number') return value - beside
    return Buffer.compare(Buffer.from(String(value)), Buffer.from(String(beside)))
  }
  return 0
}
