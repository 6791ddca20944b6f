import type { RuleReading } from '../../../shared/readings.ts'
import { findDates } from './date-format.ts'
import { plainCellsOf } from './name-cells.ts'
import type { TaughtName } from './taught-name.ts'
import { markOf } from './taught-name.ts'

/** What the entity ids of the examples look like, and how many numbers their names hold besides. */
export interface EntityShape {
  readonly minLength: number
  readonly maxLength: number
  readonly hasDigits: boolean
  readonly hasLetters: boolean
  /** Other characters that stand in them. */
  readonly others: string
  readonly looksLikeDate: boolean
  readonly maxNumbersBeside: number
  readonly mediaTypes: ReadonlySet<string>
}

/** From this on a reading is one that a person should doubt. */
export const doubtful = 3

export function shapeOfEntities(names: readonly TaughtName[]): EntityShape {
  const texts = names.map((name) => markOf(name, 'entity_id')?.text ?? '')
  const lengths = texts.map(({ length }) => length)
  return {
    minLength: Math.min(...lengths),
    maxLength: Math.max(...lengths),
    hasDigits: /\p{N}/u.test(texts.join('')),
    hasLetters: /\p{L}/u.test(texts.join('')),
    others: texts.join('').replace(/[\p{L}\p{M}\p{N}]/gu, ''),
    looksLikeDate: texts.some(isDate),
    maxNumbersBeside: Math.max(...names.map(({ path, marks }) => numbersBeside(path, marks))),
    mediaTypes: new Set(names.flatMap(({ expected }) => expected.mediaType ?? [])),
  }
}

/** How unlike the examples a reading is; 0: just like them. */
export function unlikeness(shape: EntityShape, path: string, { spans, mediaType }: RuleReading): number {
  const span = spans.find(({ field }) => field === 'entity_id')
  if (span === undefined) return 0
  const text = path.slice(span.start, span.end)
  const others = text.replace(/[\p{L}\p{M}\p{N}]/gu, '')
  let points = 0
  if (/\p{N}/u.test(text) !== shape.hasDigits) points += doubtful
  if (/\p{L}/u.test(text) && !shape.hasLetters) points += doubtful
  if ([...others].some((character) => !shape.others.includes(character))) points += doubtful
  if (!shape.looksLikeDate && isDate(text)) points += doubtful
  if (text.length < shape.minLength || text.length > shape.maxLength) points += 1
  if (text.length * 2 <= shape.minLength || text.length >= shape.maxLength * 2) points += doubtful - 1
  if (numbersBeside(path, spans) > shape.maxNumbersBeside) points += doubtful - 1
  if (mediaType !== null && !shape.mediaTypes.has(mediaType)) points += 0.5
  return points
}

/** A date alone: an id of six digits may look like one by chance. */
function isDate(text: string): boolean {
  const [date] = findDates(text)
  return date?.start === 0 && date.end === text.length && text.length > 6
}

/** Numbers in the file's name that gave no value. */
function numbersBeside(
  path: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): number {
  const nameStart = path.lastIndexOf('/') + 1
  const extension = /\.[^.]*$/.exec(path)?.[0] ?? ''
  const name = path.slice(nameStart, path.length - extension.length)
  const rest = [...name].filter((_, index) =>
    spans.every(({ start, end }) => nameStart + index < start || nameStart + index >= end),
  )
  return plainCellsOf(rest.join('')).filter(({ kind }) => kind === 'digits').length
}
