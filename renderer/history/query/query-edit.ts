import { readQueryTokens, writeQueryValue } from '../../../electron/shared/item-query-tokens.ts'

/** The values of a filter as they stand in the text of a query: `state:failed,missing` gives both. */
export function filterValues(text: string, filter: string): readonly string[] {
  return readQueryTokens(text)
    .tokens.filter((token) => token.filter === filter && !token.isExcluded)
    .flatMap((token) => token.values.map((value) => value.text))
}

/**
 * The text with other values of one filter; none take the filter out. What else was typed stays as it is, so that
 * `last7` is not made the days that it means today.
 */
export function withFilterValues(text: string, filter: string, values: readonly string[]): string {
  const written =
    values.length === 0 ? '' : `${filter}:${values.map((value) => writeQueryValue(value, false)).join(',')}`
  const places = readQueryTokens(text).tokens.filter((token) => token.filter === filter)
  const first = places[0]
  if (first === undefined) return tidy(`${text} ${written}`)
  let edited = text
  for (const place of places.toReversed()) {
    const replacement = place === first ? written : ''
    edited = edited.slice(0, place.start) + replacement + edited.slice(place.end)
  }
  return tidy(edited)
}

/** The text with one value of a filter more, or without it where it was there. */
export function withToggledValue(text: string, filter: string, value: string): string {
  const values = filterValues(text, filter)
  const others = values.filter((other) => other !== value)
  return withFilterValues(text, filter, others.length < values.length ? others : [...values, value])
}

function tidy(text: string): string {
  return text.replace(/ {2,}/g, ' ').trim()
}
