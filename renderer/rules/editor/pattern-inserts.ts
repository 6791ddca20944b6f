import { messages } from '../../messages/current.ts'
import type { TokenLook } from './pattern-tokens.ts'

/** A button that puts a field into a pattern. */
export interface PatternInsert {
  readonly look: TokenLook
  readonly label: string
  readonly inserted: string
}

const text = messages.rules.fields

export const patternInserts: readonly PatternInsert[] = [
  { look: 'entity_id', label: text.entity_id, inserted: '{entity_id}' },
  { look: 'media_type', label: text.media_type, inserted: '{media_type}' },
  { look: 'side', label: text.side, inserted: '{side}' },
  { look: 'date', label: text.date, inserted: '{date:YYYYMMDD}' },
  { look: 'folder', label: text.folder, inserted: '{folder}/' },
  { look: 'value', label: text.value, inserted: '{field:value}' },
  { look: 'sep', label: text.sep, inserted: '{sep}' },
  { look: 'skip', label: text.skip, inserted: '{skip}' },
]

/** The same as named groups of a regular expression. */
export const expressionInserts: readonly PatternInsert[] = [
  { look: 'entity_id', label: text.entity_id, inserted: '(?<entity_id>[A-Za-z0-9-]+)' },
  { look: 'media_type', label: text.media_type, inserted: '(?<media_type>[A-Za-z ]+)' },
  { look: 'side', label: text.side, inserted: '(?<side>[A-Za-z]+)' },
  { look: 'value', label: text.value, inserted: '(?<value>[^_]+)' },
  { look: 'skip', label: text.skip, inserted: '.*' },
]

/** Puts text in the place of what is selected. Returns the new text and where the cursor goes. */
export function insertAt(
  pattern: string,
  start: number,
  end: number,
  inserted: string,
): { pattern: string; cursor: number } {
  return { pattern: pattern.slice(0, start) + inserted + pattern.slice(end), cursor: start + inserted.length }
}

/** Puts brackets around what is selected. Returns where the cursor goes: behind it, or between empty brackets. */
export function makeOptional(
  pattern: string,
  start: number,
  end: number,
): { pattern: string; cursor: number } {
  const inside = pattern.slice(start, end)
  const next = insertAt(pattern, start, end, `[${inside}]`)
  return inside === '' ? { ...next, cursor: start + 1 } : next
}
