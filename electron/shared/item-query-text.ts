import { errorCatalogue } from './error-codes.ts'
import { findingCatalogue } from './finding-codes.ts'
import { itemTraits, longestQuery } from './item-query.ts'
import type { ItemQuery } from './item-query.ts'
import { readDayRange, writeDayRange } from './item-query-days.ts'
import type { QueryFault } from './item-query-faults.ts'
import { readQueryTokens, writeQueryValue } from './item-query-tokens.ts'
import type { QueryProblem, QueryToken } from './item-query-tokens.ts'
import { itemStates } from './item-states.ts'

/** Asks for nothing, so that every item is found. */
export const emptyItemQuery: ItemQuery = {
  words: [],
  without: [],
  states: [],
  folders: [],
  entities: [],
  mediaTypes: [],
  operators: [],
  deciders: [],
  findings: [],
  errors: [],
  hashes: [],
  ids: [],
  seen: null,
  sent: null,
  changed: null,
  decided: null,
  is: [],
}

/** `finding:none`: no finding that holds the item or warns. */
export const noFinding = 'none'
/** `decider:none`: nobody decided. */
export const noDecider = 'none'
/** `type:none`: no media type is known. */
export const noMediaType = 'none'

type Writable = { -readonly [Name in keyof ItemQuery]: ItemQuery[Name] }

interface Filter {
  /** Takes the value in and answers null, or says why it cannot. */
  read(query: Writable, value: string, today: string): QueryFault | null
  /** The values as they are written, for a query that asks for some. */
  write(query: ItemQuery): readonly string[]
}

type TextField = 'folders' | 'entities' | 'mediaTypes' | 'operators' | 'deciders'
type DayField = 'seen' | 'sent' | 'changed' | 'decided'

/** The filters by their names, in the order in which they are written. */
const filters: ReadonlyMap<string, Filter> = new Map([
  ['state', choice('state', itemStates, 'states')],
  ['folder', anyText('folders')],
  ['entity', anyText('entities')],
  ['type', anyText('mediaTypes')],
  ['operator', anyText('operators')],
  ['decider', anyText('deciders')],
  ['finding', choice('finding', [...Object.keys(findingCatalogue), noFinding], 'findings')],
  ['error', choice('error', Object.keys(errorCatalogue), 'errors')],
  ['hash', hashFilter()],
  ['id', idFilter()],
  ['seen', days('seen')],
  ['sent', days('sent')],
  ['changed', days('changed')],
  ['decided', days('decided')],
  ['is', choice('is', itemTraits, 'is')],
])

/** The names of all filters, for completion. */
export const itemFilterNames: readonly string[] = [...filters.keys()]

/**
 * Reads what a person typed: words, `-word`, and filters such as `entity:4711`. What stands in quotes is a word or a
 * value as it is. `today` is an ISO day in the computer's own time. What cannot be read is not in the query; the
 * problems say where it stands and why. Of a text that is too long nothing is read.
 */
export function parseItemQuery(
  text: string,
  today: string,
): { readonly query: ItemQuery; readonly problems: readonly QueryProblem[] } {
  const query: Writable = { ...emptyItemQuery }
  if (text.length > longestQuery) {
    const fault = { code: 'too_long', most: longestQuery } as const
    return { query, problems: [{ start: longestQuery, end: text.length, fault }] }
  }
  const { tokens, problems: unread } = readQueryTokens(text)
  const problems = [...unread]
  for (const token of tokens) problems.push(...takeIn(query, token, today))
  return { query, problems: problems.sort((one, other) => one.start - other.start) }
}

/** The query as a person would type it: `parseItemQuery` reads just this query from it. */
export function formatItemQuery(query: ItemQuery): string {
  const parts = [...filters].flatMap(([name, filter]) => {
    const values = filter.write(query).map((value) => writeQueryValue(value, false))
    return values.length === 0 ? [] : [`${name}:${values.join(',')}`]
  })
  const words = query.words.map((word) => writeQueryValue(word, true))
  const without = query.without.map((word) => `-${writeQueryValue(word, true)}`)
  return [...words, ...without, ...parts].join(' ')
}

function takeIn(query: Writable, token: QueryToken, today: string): QueryProblem[] {
  const { start, end, filter: name } = token
  if (name === null) {
    const field = token.isExcluded ? 'without' : 'words'
    for (const { text } of token.values) query[field] = withValue(query[field], text)
    return []
  }
  const filter = filters.get(name)
  if (filter === undefined) {
    return [{ start, end, fault: { code: 'filter_unknown', name, known: itemFilterNames } }]
  }
  if (token.isExcluded) {
    return [{ start, end, fault: { code: 'filter_excluded' } }]
  }
  return token.values.flatMap((value) => {
    const fault = filter.read(query, value.text, today)
    return fault === null ? [] : [{ start: value.start, end: value.end, fault }]
  })
}

/** Values of a closed list, in whatever case, with `_`, `-` or a blank between their words. */
function choice<Field extends 'states' | 'findings' | 'errors' | 'is'>(
  filter: 'state' | 'finding' | 'error' | 'is',
  known: readonly ItemQuery[Field][number][],
  field: Field,
): Filter {
  return {
    read(query, value) {
      const wanted = value.toLowerCase().replace(/[\s-]+/gu, '_')
      const found = known.find((one) => one === wanted)
      if (found === undefined) return { code: 'value_unknown', filter, value, known }
      Object.assign(query, { [field]: withValue<string>(query[field], found) })
      return null
    },
    write: (query) => query[field],
  }
}

function anyText(field: TextField): Filter {
  return {
    read(query, value) {
      query[field] = withValue(query[field], value)
      return null
    },
    write: (query) => query[field],
  }
}

function hashFilter(): Filter {
  return {
    read(query, value) {
      if (!/^[0-9a-f]{4,64}$/i.test(value)) return { code: 'hash_malformed' }
      query.hashes = withValue(query.hashes, value.toLowerCase())
      return null
    },
    write: (query) => query.hashes,
  }
}

function idFilter(): Filter {
  return {
    read(query, value) {
      const id = Number(value)
      if (!/^[1-9]\d*$/.test(value) || !Number.isSafeInteger(id)) return { code: 'id_malformed' }
      query.ids = withValue(query.ids, id)
      return null
    },
    write: (query) => query.ids.map(String),
  }
}

function days(field: DayField): Filter {
  return {
    read(query, value, today) {
      if (query[field] !== null) return { code: 'days_twice', filter: field }
      const range = readDayRange(value, today)
      if (range === null) return { code: 'days_malformed' }
      query[field] = range
      return null
    },
    write: (query) => (query[field] === null ? [] : [writeDayRange(query[field])]),
  }
}

function withValue<Value>(values: readonly Value[], value: Value): readonly Value[] {
  return values.includes(value) ? values : [...values, value]
}
