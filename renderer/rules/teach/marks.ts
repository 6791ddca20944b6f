import type { NameExample, ValueSpan } from '../../../electron/shared/readings.ts'

/** A part of a name and what it is. Places count UTF-16 units, as in a text field. */
export type Mark = NameExample['marks'][number]

type Range = Pick<ValueSpan, 'start' | 'end'>

/** Adds a mark; marks that it overlaps give way. */
export function withMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  return [...withoutMarksIn(marks, mark), mark].toSorted((a, b) => a.start - b.start)
}

export function withoutMarksIn(marks: readonly Mark[], { start, end }: Range): readonly Mark[] {
  return marks.filter((mark) => mark.end <= start || mark.start >= end)
}

/** The part that a click at a place means: a mark, a run of letters and digits, or one separator. */
export function partAt(name: string, marks: readonly Mark[], place: number): Range {
  const marked = marks.find((mark) => mark.start <= place && place < mark.end)
  if (marked !== undefined) return { start: marked.start, end: marked.end }
  return wordsOf(name).find((word) => word.start <= place && place < word.end) ?? { start: place, end: place }
}

/** The next place to the right (1) or left (-1) where a word begins or ends. */
export function wordStep(name: string, place: number, direction: 1 | -1): number {
  const places = wordsOf(name).flatMap(({ start, end }) => [start, end])
  return direction === 1
    ? (places.find((one) => one > place) ?? name.length)
    : (places.findLast((one) => one < place) ?? 0)
}

/** Without the separators at both ends: a hand that drags takes one too many. */
export function trimSeparators(name: string, { start, end }: Range): Range {
  const text = name.slice(start, end)
  const from = start + (text.length - text.replace(/^[\s\-_./]+/u, '').length)
  const to = end - (text.length - text.replace(/[\s\-_./]+$/u, '').length)
  return from < to ? { start: from, end: to } : { start, end }
}

/** The only place where a known entity id stands in a name, as its mark; none where it is missing or repeated. */
export function marksFromEntity(name: string, entityId: string | undefined): readonly Mark[] {
  if (entityId === undefined || entityId === '') return []
  const start = name.indexOf(entityId)
  if (start === -1 || name.includes(entityId, start + 1)) return []
  return [{ field: 'entity_id', start, end: start + entityId.length }]
}

/** Runs of letters and digits; every other character is a word of its own. */
function wordsOf(name: string): readonly Range[] {
  return [...name.matchAll(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}
