import { dateFormatsOf } from './date-format.ts'
import { generaliseGap } from './gap.ts'
import { alignMarks, markedSegmentsOf, textBetween } from './marked-segment.ts'
import type { MarkedSegment } from './marked-segment.ts'
import type { Mark, TaughtName } from './taught-name.ts'
import { complexityOf } from './template.ts'
import type { Part, Template } from './template.ts'

/** Ways to say one stretch of a name. */
type Ways = readonly (readonly Part[])[]

const maxTemplates = 120
const maxCombinations = 480
const maxOptionalWays = 3

/**
 * What the marked names have in common, in every way from plain text to `{skip}`, the simplest first. None where
 * their values stand in different orders or in different folders.
 */
export function generalise(names: readonly TaughtName[]): Template[] {
  const rows = names.map(markedSegmentsOf)
  const depth = rows[0]?.length ?? 0
  if (depth === 0 || rows.some(({ length }) => length !== depth)) return []
  const slots: Ways[][] = []
  for (let index = 0; index < depth; index += 1) {
    const segments = rows.flatMap((row) => row[index] ?? [])
    const slotsHere = slotsOf(segments)
    if (slotsHere === null) return []
    slots.push(slotsHere)
  }
  const segmentWays = slots.map((each) => combine(each))
  return combine(segmentWays.map((ways) => ways.map((parts) => [parts])))
    .map((segments) => ({ segments }))
    .sort((a, b) => complexityOf(a) - complexityOf(b))
    .slice(0, maxTemplates)
}

/** The stretches of one folder's or the file's name, each with its ways; null where values change their order. */
function slotsOf(rows: readonly MarkedSegment[]): Ways[] | null {
  if (rows.every(({ marks }) => marks.length === 0)) return [wholeFolder(rows)]
  const aligned = alignMarks(rows)
  if (aligned === null) return null
  const slots: Ways[] = []
  const isRequired = aligned.fields.map((_, index) =>
    aligned.marks.every((marks) => marks[index] !== undefined),
  )
  const edges = [...isRequired.flatMap((required, index) => (required ? [index] : [])), aligned.fields.length]
  let before = -1
  for (const edge of edges) {
    const between = { rows, marks: aligned.marks, before, after: edge }
    const gap = edge - before === 1 ? plainGap(between) : edge - before === 2 ? optionalGap(between) : null
    if (gap === null) return null
    slots.push(gap)
    const field = aligned.fields[edge]
    if (field !== undefined) slots.push(valueWays(aligned.marks.flatMap((marks) => marks[edge] ?? [])))
    before = edge
  }
  return slots
}

/** A folder without a value: its name where it is always the same, else anything. */
function wholeFolder(rows: readonly MarkedSegment[]): Ways {
  const texts = rows.map(({ text }) => text)
  const [first = ''] = texts
  const skip: Part[] = [{ kind: 'skip', texts }]
  return texts.every((text) => text === first)
    ? [[{ kind: 'literal', text: first, seen: texts.length }], skip]
    : [skip]
}

/** The stretch between two fields that all rows have. */
interface Stretch {
  readonly rows: readonly MarkedSegment[]
  readonly marks: readonly (readonly (Mark | undefined)[])[]
  readonly before: number
  readonly after: number
}

function plainGap({ rows, marks, before, after }: Stretch): Ways {
  return generaliseGap(
    rows.map((row, index) => textBetween(row, marks[index]?.[before], marks[index]?.[after])),
  )
}

/** A stretch with a value that only some rows have: it is optional, with the text on one of its sides. */
function optionalGap({ rows, marks, before, after }: Stretch): Ways {
  const left: string[] = []
  const right: string[] = []
  const whole: string[] = []
  const values: Mark[] = []
  for (const [index, row] of rows.entries()) {
    const [first, value, last] = [marks[index]?.[before], marks[index]?.[before + 1], marks[index]?.[after]]
    if (value === undefined) {
      whole.push(textBetween(row, first, last))
      continue
    }
    values.push(value)
    left.push(textBetween(row, first, value))
    right.push(textBetween(row, value, last))
  }
  const value = valueWays(values)
  const few = (ways: Ways): Ways => ways.slice(0, maxOptionalWays)
  const optional = (ways: Ways): Ways => ways.map((parts) => [{ kind: 'optional', parts }])
  return [
    ...combine([
      optional(combine([few(generaliseGap(left)), value])),
      few(generaliseGap([...right, ...whole])),
    ]),
    ...combine([
      few(generaliseGap([...left, ...whole])),
      optional(combine([value, few(generaliseGap(right))])),
    ]),
  ]
}

function valueWays(marks: readonly Mark[]): Ways {
  const texts = marks.map(({ text }) => text)
  const field = marks[0]?.field ?? 'entity_id'
  if (field === 'date') {
    return dateFormatsOf(texts).map((format) => [{ kind: 'date', format, texts, marked: true }])
  }
  const value: Part = { kind: 'field', field, texts }
  return marks.some(({ zerosBefore }) => zerosBefore > 0) ? [[{ kind: 'zeros' }, value]] : [[value]]
}

/** Every way of the first slot with every way of the next, and so on; of many slots, only their first ways. */
function combine<Item>(slots: readonly (readonly (readonly Item[])[])[]): Item[][] {
  const open = slots.filter((ways) => ways.length > 1).length
  const maxWays = Math.max(2, Math.floor(maxCombinations ** (1 / Math.max(open, 1))))
  let combined: Item[][] = [[]]
  for (const ways of slots) {
    combined = combined
      .flatMap((before) => ways.slice(0, maxWays).map((way) => [...before, ...way]))
      .slice(0, maxCombinations)
  }
  return combined
}
