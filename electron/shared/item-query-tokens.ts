import type { QueryFault } from './item-query-faults.ts'

/** A place in the text of a query, with what is wrong there. */
export interface QueryProblem {
  readonly start: number
  /** The place after the last character. */
  readonly end: number
  readonly fault: QueryFault
}

export interface QueryValue {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A word, or a filter with its values, as it stands in the text. */
export interface QueryToken {
  readonly start: number
  readonly end: number
  /** What stands before the colon, in lower case; null for a word. */
  readonly filter: string | null
  readonly isExcluded: boolean
  readonly values: readonly QueryValue[]
}

/** What makes a word look like a filter. */
const filterStart = /\p{L}[\p{L}_]*:/uy

/**
 * Cuts a query into words and filters. Values in quotes may hold blanks and commas; two quotes inside of them stand
 * for one. A value that cannot be read is left out and told.
 */
export function readQueryTokens(text: string): {
  readonly tokens: readonly QueryToken[]
  readonly problems: readonly QueryProblem[]
} {
  const tokens: QueryToken[] = []
  const problems: QueryProblem[] = []
  let place = skipBlanks(text, 0)
  while (place < text.length) {
    const start = place
    const isExcluded = text[place] === '-' && !endsAt(text, place + 1, '')
    if (isExcluded) place += 1
    filterStart.lastIndex = place
    const filter = filterStart.exec(text)?.[0] ?? null
    if (filter !== null) place += filter.length
    const values: QueryValue[] = []
    for (let more = true; more;) {
      const separator = filter === null ? '' : ','
      const { value, problem, end } = readValue(text, place, separator)
      if (problem === null) values.push(value)
      else problems.push(problem.start === problem.end ? { ...problem, start } : problem)
      more = separator !== '' && text[end] === separator
      place = more ? end + 1 : end
    }
    const name = filter === null ? null : filter.slice(0, -1).toLowerCase()
    tokens.push({ start, end: place, filter: name, isExcluded, values })
    place = skipBlanks(text, place)
  }
  return { tokens, problems }
}

/** A value as it is written, so that it is read as just this value. */
export function writeQueryValue(text: string, isWord: boolean): string {
  filterStart.lastIndex = 0
  const isPlain =
    text !== '' &&
    !/[\s"]/u.test(text) &&
    (isWord ? !text.startsWith('-') && !filterStart.test(text) : !text.includes(','))
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`
}

interface ReadValue {
  readonly value: QueryValue
  readonly problem: QueryProblem | null
  readonly end: number
}

function readValue(text: string, start: number, separator: string): ReadValue {
  return text[start] === '"' ? readQuoted(text, start, separator) : readBare(text, start, separator)
}

function readBare(text: string, start: number, separator: string): ReadValue {
  let end = start
  while (!endsAt(text, end, separator)) end += 1
  const value = { text: text.slice(start, end), start, end }
  return { value, end, problem: problemOf(value) }
}

function readQuoted(text: string, start: number, separator: string): ReadValue {
  const [whole = '', inside = ''] = /^"((?:[^"]|"")*)"/u.exec(text.slice(start)) ?? []
  if (whole === '') {
    const value = { text: text.slice(start + 1), start, end: text.length }
    const fault = { code: 'quote_open' } as const
    return { value, end: text.length, problem: { start, end: text.length, fault } }
  }
  let end = start + whole.length
  const value = { text: inside.replaceAll('""', '"'), start, end }
  if (endsAt(text, end, separator)) return { value, end, problem: problemOf(value) }
  while (!endsAt(text, end, separator)) end += 1
  return { value, end, problem: { start, end, fault: { code: 'blank_missing' } } }
}

function problemOf({ text, start, end }: QueryValue): QueryProblem | null {
  if (text === '') return { start, end, fault: { code: 'value_missing' } }
  if (text.includes('\0')) return { start, end, fault: { code: 'character_impossible' } }
  return null
}

function endsAt(text: string, place: number, separator: string): boolean {
  const character = text[place]
  return character === undefined || character === separator || /\s/u.test(character)
}

function skipBlanks(text: string, from: number): number {
  let place = from
  while (place < text.length && endsAt(text, place, '')) place += 1
  return place
}
