import { z } from 'zod'
import { IntrayError } from '../../shared/error-codes.ts'
import type { itemOrders } from '../../shared/calls/item-calls.ts'
import type { DayRange } from '../../shared/item-query.ts'
import type { ItemState } from '../../shared/item-states.ts'
import type { ItemRow } from './item-record.ts'
import type { ItemSearch } from './item-search.ts'
import { inQueueState, queueStates } from './queue-states.ts'
import { clause } from './search-clause.ts'
import type { Clause } from './search-clause.ts'
import { isWithin } from './search-conditions.ts'
import type { DayColumn } from './search-conditions.ts'

export type ItemOrder = (typeof itemOrders)[number]

export type KeyColumn = Exclude<
  { [Name in keyof ItemRow]: ItemRow[Name] extends string | number | null ? Name : never }[keyof ItemRow],
  undefined
>

/** One of several parts of a list that follow each other. */
export interface Section {
  /** What holds of the items of this part alone. */
  readonly only: readonly Clause[]
  /** What the items are sorted by; the last one, `id`, decides between equals. */
  readonly key: readonly KeyColumn[]
  readonly descending: boolean
  /** Indexes that hold the items in this order; where there are several, each holds other items. */
  readonly walks: readonly Walk[]
  /** The same of one state. Null where no index has this order within a state. */
  readonly stateWalk: Walk | null
}

export interface Walk {
  readonly index: string | null
  readonly only: readonly Clause[]
}

/** Where an item stands in its section: the values of the section's key. */
export type Place = readonly (string | number)[]

/** How far a reader came: the part of the list, and the place of the last item. */
export interface Cursor {
  readonly section: number
  readonly place: Place
}

/** The parts of a list in the wanted order. */
export function sectionsOf(
  order: ItemOrder,
  { query, states, indexedWords }: ItemSearch,
): readonly Section[] {
  const inQueue = states?.every((state) => (queueStates as readonly ItemState[]).includes(state)) === true
  switch (order) {
    case 'by_entity':
      return byEntity(inQueue)
    case 'by_path':
      return [byPath(inQueue)]
    case 'largest_first':
      return [{ ...plain('size_bytes', true, 'items_size'), stateWalk: null }]
    case 'newest_first':
    case 'oldest_first': {
      const descending = order === 'newest_first'
      // The time that the query asks about is the one that its items are sorted by.
      const { sent, changed, seen } = query
      if (sent !== null) return [byDay('uploaded_at_ms', 'items_uploaded', sent, descending)]
      if (changed !== null) {
        return [{ ...byChange(descending), only: [isWithin('changed_at_ms', changed)] }]
      }
      if (seen !== null) return [byDay('first_seen_at_ms', 'items_first_seen', seen, descending)]
      return [descending && indexedWords === null ? byChange(true) : byId(descending)]
    }
  }
}

function plain(column: KeyColumn, descending: boolean, index: string): Section {
  return { only: [], key: [column, 'id'], descending, walks: [{ index, only: [] }], stateWalk: null }
}

/** Begins and ends with the days, so that the items of other days are not walked over. */
function byDay(column: DayColumn, index: string, days: DayRange, descending: boolean): Section {
  return { ...plain(column, descending, index), only: [isWithin(column, days)] }
}

function byId(descending: boolean): Section {
  const stateWalk = { index: 'items_state', only: [] }
  return { only: [], key: ['id'], descending, walks: [{ index: null, only: [] }], stateWalk }
}

function byChange(descending: boolean): Section {
  const stateWalk = { index: 'items_state_changed', only: [] }
  return { ...plain('changed_at_ms', descending, 'items_changed'), stateWalk }
}

/** Items of an entity in the order in which they were seen; those without one at the end. */
function byEntity(inQueue: boolean): Section[] {
  const stateWalk = inQueue ? { index: 'items_queue_entity', only: [clause(inQueueState)] } : null
  return [
    {
      only: [clause(`items.entity_id >= ''`)],
      key: ['entity_id', 'first_seen_at_ms', 'id'],
      descending: false,
      walks: [{ index: 'items_entity', only: [] }],
      stateWalk,
    },
    {
      only: [clause('items.entity_id IS NULL')],
      key: ['first_seen_at_ms', 'id'],
      descending: false,
      // An index of the few without an entity would cost every file that is taken in two writes.
      walks: [{ index: 'items_first_seen', only: [] }],
      stateWalk,
    },
  ]
}

/** Folder by folder. A path that held several contents shows them in the order in which they were seen. */
function byPath(inQueue: boolean): Section {
  return {
    only: [],
    key: ['folder_id', 'path', 'id'],
    descending: false,
    walks: [
      { index: 'items_current_path', only: [clause('is_current = 1')] },
      { index: 'items_former_path', only: [clause('is_current = 0')] },
    ],
    stateWalk: inQueue ? { index: 'items_queue_path', only: [clause(inQueueState)] } : null,
  }
}

/** What comes after a place in its section. */
export function afterPlace(section: Section, place: Place): Clause {
  return besidePlace(section, section.descending ? '<' : '>', place)
}

/** What comes before a place in its section, and what stands at it. */
export function upToPlace(section: Section, place: Place): Clause {
  return besidePlace(section, section.descending ? '>=' : '<=', place)
}

function besidePlace({ key }: Section, sign: string, place: Place): Clause {
  if (key.length === 1) return clause(`items.id ${sign} ?`, ...place)
  const columns = key.map((column) => `items.${column}`).join(', ')
  return clause(`(${columns}) ${sign} (${key.map(() => '?').join(', ')})`, ...place)
}

/** Where a row stands. Nothing that a section is sorted by is ever empty in it. */
export function placeOf({ key }: Section, row: Pick<ItemRow, KeyColumn>): Place {
  return key.map((column) => row[column] ?? '')
}

/** `ORDER BY` of a section. */
export function orderBy({ key, descending }: Section): string {
  return `ORDER BY ${key.map((column) => `${column}${descending ? ' DESC' : ''}`).join(', ')}`
}

/** The longest cursor that the contract lets through. */
const maxCursorLength = 300

/** A cursor as a text. Long names are left out: then the item's number, which ends each place, says it alone. */
export function writeCursor({ section, place }: Cursor): string {
  const whole = JSON.stringify([section, ...place])
  return whole.length > maxCursorLength ? JSON.stringify([section, place.at(-1)]) : whole
}

/** Reads a cursor that `writeCursor` wrote for the same list. Throws `input_invalid` for any other text. */
export function readCursor(
  text: string,
  sections: readonly Section[],
  rowOf: (itemId: number) => ItemRow | undefined,
): Cursor {
  const [number, ...place] = readList(text)
  const section = typeof number === 'number' ? sections[number] : undefined
  if (typeof number === 'number' && section !== undefined) {
    if (place.length === section.key.length) return { section: number, place }
    const row = place.length === 1 && typeof place[0] === 'number' ? rowOf(place[0]) : undefined
    if (row !== undefined) return { section: number, place: placeOf(section, row) }
  }
  throw new IntrayError('input_invalid', 'The cursor is not one that this list gave out.')
}

/** Empty for a text that holds anything else than a list of texts and whole numbers. */
function readList(text: string): readonly (string | number)[] {
  try {
    return cursorSchema.parse(JSON.parse(text))
  } catch {
    return []
  }
}

const cursorSchema = z.array(z.union([z.string(), z.int()]))
