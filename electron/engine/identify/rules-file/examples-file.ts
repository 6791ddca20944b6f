import { fieldNamePattern, reservedFieldNames } from '../../../shared/rules.ts'
import type { Fields } from '../../../shared/readings.ts'
import { RecordReader } from '../indexing/table-records.ts'
import type { TableRecord } from '../indexing/table-records.ts'
import { LineSplitter } from '../indexing/text-lines.ts'

/** A mistake at a line of the table; lines count from 1. */
export interface TextMistake {
  readonly line: number
  readonly words: string
}

/** What a person expects of a name. */
export type Expectation =
  | { readonly kind: 'none' }
  | { readonly kind: 'conflict' }
  | {
      readonly kind: 'match'
      readonly entityId: string
      /** Null: none may be read. Undefined: the table does not ask. */
      readonly mediaType: string | null | undefined
      readonly side: 'front' | 'back' | null
      /** Only the columns of the table are compared; empty: none may be read. */
      readonly fields: Fields
    }

export interface ExpectedReading {
  readonly line: number
  /** The id of the watched folder where the file would lie; null where the table does not say. */
  readonly folderId: string | null
  readonly path: string
  readonly expected: Expectation
}

export interface ExamplesFile {
  readonly examples: readonly ExpectedReading[]
  readonly mistakes: readonly TextMistake[]
}

/** What stands in the column of the entity where several readings are what is expected. */
const ambiguousMark = 'ambiguous'

const knownColumns = ['path', 'entity_id', 'media_type', 'side', 'folder']

/**
 * Reads example names with what is expected of them: a table with the columns `path` and `entity_id`, and where
 * wanted `media_type`, `side`, `folder` (a watched folder's id) and any further value. An empty entity says that no
 * rule may read the name, `ambiguous` that it must be a conflict.
 */
export function readExamplesFile(text: string): ExamplesFile {
  const [heading, ...rows] = readTable(text.replace(/^\uFEFF/, ''))
  if (heading === undefined) return { examples: [], mistakes: [{ line: 1, words: 'The table is empty.' }] }
  const columns = heading.cells.map((name) => name.trim().toLowerCase())
  const mistakes = headingMistakes(columns)
  if (mistakes.length > 0) return { examples: [], mistakes }
  const read = rows.map((row) => readRow(columns, row))
  return {
    examples: read.flatMap((one) => ('words' in one ? [] : [one])),
    mistakes: read.flatMap((one) => ('words' in one ? [one] : [])),
  }
}

function readTable(text: string): TableRecord[] {
  const lines = new LineSplitter()
  const records = new RecordReader(delimiterOf(text))
  return [...records.push([...lines.push(text), ...lines.end()]), ...records.end()]
}

/** The one that stands most often in the heading: names of columns hold none of them. */
function delimiterOf(text: string): string {
  const heading = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: heading.split(delimiter).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter
}

function headingMistakes(columns: readonly string[]): TextMistake[] {
  const missing = ['path', 'entity_id'].filter((name) => !columns.includes(name))
  const twice = columns.filter((name, index) => columns.indexOf(name) !== index)
  const unknown = columns.filter(
    (name) => !knownColumns.includes(name) && (!fieldNamePattern.test(name) || reservedFieldNames.has(name)),
  )
  return [
    ...missing.map((name) => `The column “${name}” is missing.`),
    ...twice.map((name) => `The column “${name}” stands there twice.`),
    ...unknown.map((name) => `“${name}” cannot be the name of a further value.`),
  ].map((words) => ({ line: 1, words }))
}

function readRow(columns: readonly string[], record: TableRecord): ExpectedReading | TextMistake {
  const { lineNumber: line, cells, problem } = record
  if (problem !== null) return { line, words: problem.words }
  if (cells.length > columns.length) return { line, words: 'The row has more cells than the heading.' }
  const cell = (name: string): string => cells[columns.indexOf(name)] ?? ''
  const path = cell('path')
  const side = cell('side').trim().toLowerCase()
  if (path === '') return { line, words: 'The path is missing.' }
  if (side !== '' && side !== 'front' && side !== 'back') {
    return { line, words: `The side is “${side}”; it can be front or back.` }
  }
  const fields = columns.flatMap((name, index) =>
    knownColumns.includes(name) ? [] : [[name, cells[index] ?? ''] as const],
  )
  const entityId = cell('entity_id').trim()
  const mediaType = cell('media_type').trim()
  return {
    line,
    folderId: cell('folder').trim() || null,
    path,
    expected:
      entityId === ''
        ? { kind: 'none' }
        : entityId === ambiguousMark
          ? { kind: 'conflict' }
          : {
              kind: 'match',
              entityId,
              mediaType: columns.includes('media_type') ? mediaType || null : undefined,
              side: side === '' ? null : side,
              fields: Object.fromEntries(fields),
            },
  }
}
