import type { IndexSettings } from '../../../shared/settings/index-file.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import { say, sayAll } from '../../../shared/sentences/say.ts'
import { isEntityId } from '../../../shared/entity-id.ts'
import { checkCell, unwrapCell } from './cell-value.ts'
import { mapColumns, missingColumns } from './column-map.ts'
import type { ColumnMap } from './column-map.ts'
import { indexLimits } from './index-limits.ts'
import { resolveRowFile } from './row-file.ts'
import { makeRow, readValues } from './row-reading.ts'
import type { ReadRow } from './row-reading.ts'
import type { ReadSide } from './side-words.ts'
import type { RowShape, TableRecord } from './table-records.ts'

/** Headings that rows can be read by, or why they cannot. */
export type HeadingReading =
  | { readonly kind: 'columns'; readonly columns: ColumnMap }
  | { readonly kind: 'unusable'; readonly why: Sentence; readonly columns: ColumnMap | null }

/** Takes the first row for the headings. Empty ones at its end come from delimiters that end every line. */
export function readHeading({ cells, problem }: TableRecord, settings: IndexSettings): HeadingReading {
  if (problem !== null)
    return { kind: 'unusable', why: say('headings_unreadable', { problem }), columns: null }
  const headings = cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1).map(unwrapCell)
  if (headings.length > indexLimits.columns) {
    const why = say('too_many_columns', { count: headings.length, most: indexLimits.columns })
    return { kind: 'unusable', why, columns: null }
  }
  const columns = mapColumns(headings, settings.columns)
  const why = missingColumns(columns)
  return why === null ? { kind: 'columns', columns } : { kind: 'unusable', why, columns }
}

export interface RowContext {
  readonly columns: ColumnMap
  /** Of the index file, relative to the watched folder. */
  readonly indexPath: string
  readonly readSide: ReadSide
}

/** Reads one row; null for one without any text, as spreadsheets write them at the end. */
export function readRow(record: TableRecord, { columns, indexPath, readSide }: RowContext): ReadRow | null {
  const { cells, lineNumber: rowNumber } = record
  if (record.problem === null && cells.every((cell) => cell.trim() === '')) return null
  const file = unwrapCell(cells[columns.at.file ?? -1] ?? '')
  const resolved = resolveRowFile(file.slice(0, indexLimits.cellLength), indexPath)
  const { values, problem } = readValues(cells, columns, readSide)
  return makeRow(
    {
      rowNumber,
      file: file.slice(0, indexLimits.cellLength),
      fileKey: resolved.kind === 'file' ? resolved.key : '',
      isStem: resolved.kind === 'file' && resolved.isStem,
      problem:
        record.problem ??
        checkWidth(record, columns) ??
        checkCell(columns.headings[columns.at.file ?? -1] ?? '', file, 'word') ??
        (resolved.kind === 'problem' ? resolved.why : null) ??
        problem,
    },
    values,
  )
}

/**
 * Too many cells are never right. Too few are, where only values at the end are missing: Excel leaves out delimiters
 * at the end of rows whose last cells are empty. Not in a last line without an end, which may not be finished.
 * Source: Stata's FAQ, "How Excel writes empty cells".
 */
function checkWidth({ cells, isEnded }: TableRecord, { headings, at }: ColumnMap): Sentence | null {
  const width = cells.findLastIndex((cell) => cell.trim() !== '') + 1
  const needed = isEnded ? Math.max(at.file ?? 0, at.entity_id ?? 0) + 1 : headings.length
  if (width <= headings.length && cells.length >= needed) return null
  const [has, expected] = [Math.max(width, Math.min(cells.length, headings.length)), headings.length]
  const fault = say('other_width', { count: has, columns: expected })
  return isEnded || width > expected ? fault : sayAll([fault, say('ends_in_middle')])
}

/** What tells a row that goes over several lines from several rows that a stray quotation mark holds together. */
export function shapeOf({ headings, at }: ColumnMap): RowShape {
  const single = [at.file, at.entity_id, at.media_type, at.side].filter((column) => column !== null)
  return {
    fits: (cells) =>
      cells.length <= headings.length && single.every((column) => !(cells[column] ?? '').includes('\n')),
    looksLikeRow: (cells) =>
      cells.length >= headings.length &&
      (cells[at.file ?? -1] ?? '') !== '' &&
      isEntityId(cells[at.entity_id ?? -1] ?? ''),
  }
}
