import type { ReadField } from '../../../shared/readings.ts'
import type { Mark, TaughtName } from './taught-name.ts'

/** A folder's or the file's name in one example, with the marks that lie in it. */
export interface MarkedSegment {
  readonly text: string
  readonly start: number
  readonly marks: readonly Mark[]
}

/** The segments of a name from the outermost one that holds a mark; folders further out do not matter. */
export function markedSegmentsOf({ segments, marks }: TaughtName): MarkedSegment[] {
  const all = segments.map(({ text, start }) => ({
    text,
    start,
    marks: marks.filter((mark) => mark.start >= start && mark.end <= start + text.length),
  }))
  const first = all.findIndex((segment) => segment.marks.length > 0)
  return first === -1 ? [] : all.slice(first)
}

/** What lies between two marks, or between a mark and an end of the segment. */
export function textBetween(
  { text, start }: MarkedSegment,
  before: Mark | undefined,
  after: Mark | undefined,
): string {
  const from = before === undefined ? 0 : before.end - start
  const to = after === undefined ? text.length : after.start - after.zerosBefore - start
  return text.slice(from, to)
}

/** The fields in their order, the folders divided by `/`. */
export function shapeOf(name: TaughtName): string {
  return markedSegmentsOf(name)
    .map(({ marks }) => marks.map(({ field }) => field).join(' '))
    .join('/')
}

/**
 * For each row the mark of each field, in the order of the row with the most marks; `undefined` where a row has no
 * such field. Null when the rows have their fields in different orders.
 */
export function alignMarks(rows: readonly MarkedSegment[]): {
  readonly fields: readonly ReadField[]
  readonly marks: readonly (readonly (Mark | undefined)[])[]
} | null {
  const [longest] = [...rows].sort((a, b) => b.marks.length - a.marks.length)
  const fields = longest?.marks.map(({ field }) => field) ?? []
  const aligned = rows.map(({ marks }) => {
    let used = 0
    const found = fields.map((field) => {
      if (marks[used]?.field !== field) return undefined
      used += 1
      return marks[used - 1]
    })
    return used === marks.length ? found : null
  })
  const marks = aligned.filter((each) => each !== null)
  return marks.length === rows.length ? { fields, marks } : null
}
