import { itemFilterNames } from '../../../electron/shared/item-query-text.ts'
import { writeQueryValue } from '../../../electron/shared/item-query-tokens.ts'

/** What is being typed at one place of a query. */
export interface Completion {
  /** From where to where it stands in the text. */
  readonly start: number
  readonly end: number
  /** The filter whose value it is; null for a word, which may become a filter. */
  readonly filter: string | null
  readonly prefix: string
}

/** What is typed at the caret: the beginning of a filter's name or of a value. Null between two parts. */
export function completionAt(text: string, caret: number): Completion | null {
  const before = text.slice(0, caret)
  const value = /(?:^|\s)(\p{L}[\p{L}_]*):((?:"(?:[^"]|"")*"|[^\s,"])*,)*("(?:[^"]|"")*|[^\s,"]*)$/u.exec(
    before,
  )
  if (value !== null) {
    const [, name = '', , typed = ''] = value
    const filter = name.toLowerCase()
    if (!itemFilterNames.includes(filter)) return null
    const prefix = typed.startsWith('"') ? typed.slice(1).replaceAll('""', '"') : typed
    return { start: caret - typed.length, end: endOfValue(text, caret), filter, prefix }
  }
  const word = /(?:^|\s)(\p{L}[\p{L}_]*)$/u.exec(before)?.[1]
  if (word === undefined) return null
  return { start: caret - word.length, end: caret, filter: null, prefix: word }
}

/** The text with the completion taken, and where the caret is then: after a value behind a blank. */
export function complete(
  text: string,
  { start, end, filter }: Completion,
  value: string,
): { readonly text: string; readonly caret: number } {
  const rest = text.slice(end)
  const written = filter === null ? `${value}:` : writeQueryValue(value, false)
  const gap = filter === null || /^[\s,]/u.test(rest) ? '' : ' '
  const before = text.slice(0, start) + written + gap
  return { text: before + rest, caret: before.length }
}

/** The names of filters that begin as typed. */
export function filterNamesFor(prefix: string): readonly string[] {
  const typed = prefix.toLowerCase()
  return itemFilterNames.filter((name) => name.startsWith(typed))
}

function endOfValue(text: string, caret: number): number {
  const rest = /^[^\s,"]*"?/u.exec(text.slice(caret))?.[0] ?? ''
  return caret + rest.length
}
