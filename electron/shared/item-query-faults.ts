import { dayForms } from './item-query-days.ts'

/** What is wrong with a part of a query. Each language of the window has its own words for it. */
export type QueryFault =
  | { readonly code: 'filter_unknown'; readonly name: string; readonly known: readonly string[] }
  | {
      readonly code: 'value_unknown'
      readonly filter: 'state' | 'finding' | 'error' | 'is'
      readonly value: string
      readonly known: readonly string[]
    }
  | { readonly code: 'too_long'; readonly most: number }
  | { readonly code: 'days_twice'; readonly filter: 'seen' | 'sent' | 'changed' | 'decided' }
  | {
      readonly code:
        | 'filter_excluded'
        | 'hash_malformed'
        | 'id_malformed'
        | 'days_malformed'
        | 'quote_open'
        | 'blank_missing'
        | 'value_missing'
        | 'character_impossible'
    }

const simpleWords = {
  filter_excluded: 'Only words can be excluded, not filters.',
  hash_malformed: 'A SHA-256, or its beginning, is 4 to 64 digits and letters a to f.',
  id_malformed: 'The number of an item is a whole number.',
  days_malformed: `These are no days. They are written as ${dayForms}.`,
  quote_open: 'The closing quote is missing.',
  blank_missing: 'A blank is missing after the closing quote.',
  value_missing: 'Here something to look for is missing.',
  character_impossible: 'Here stands a character that no text has.',
}

const valueNames = { state: 'state', finding: 'finding', error: 'error', is: 'value of is:' }

/** The fault in plain English. */
export function queryFaultWords(fault: QueryFault): string {
  switch (fault.code) {
    case 'filter_unknown':
      return `There is no filter “${fault.name}:”. Put it in quotes to find it as a text. Filters: ${fault.known.join(', ')}.`
    case 'value_unknown':
      return `There is no ${valueNames[fault.filter]} “${fault.value}”. Known: ${fault.known.join(', ')}.`
    case 'too_long':
      return `A query has ${String(fault.most)} characters at most. Make it shorter, or ask in several queries.`
    case 'days_twice':
      return `There can be only one “${fault.filter}:”. Days are written as ${dayForms}.`
    default:
      return simpleWords[fault.code]
  }
}

/** So much of a place is shown that a person knows it again. */
const longestPlace = 60

/** What stands at the place of a problem, shortened where it is long. */
export function queryPlace(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  const place = [...text.slice(start, Math.min(end, start + 2 * (longestPlace + 1)))]
  return place.length <= longestPlace ? place.join('') : `${place.slice(0, longestPlace).join('')}…`
}
