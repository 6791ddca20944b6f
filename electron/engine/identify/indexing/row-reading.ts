import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import type { Side } from '../../../shared/media-types.ts'
import type { Fields } from '../../../shared/readings.ts'
import { checkCell, unwrapCell } from './cell-value.ts'
import type { ColumnMap } from './column-map.ts'
import type { ReadSide } from './side-words.ts'

/** What a row says of its scan. `mediaType` is the text as it was written; aliases are not looked up. */
export interface RowValues {
  readonly entityId: string | null
  readonly mediaType: string | null
  readonly side: Side | null
  readonly fields: Fields
}

/** One row of a table, or one sidecar, as it was read. A row with a problem has no values. */
export interface ReadRow extends RowValues {
  /** As an editor counts. A table's rows begin at 2, below the headings; a sidecar's only row is 1. */
  readonly rowNumber: number
  /** As it was written. */
  readonly file: string
  /** Of the scan that it names, as `fileKey` gives it, or `stemKey` where `isStem`; empty where it names none. */
  readonly fileKey: string
  readonly isStem: boolean
  readonly problem: Sentence | null
}

const noValues: RowValues = { entityId: null, mediaType: null, side: null, fields: {} }

/** Reads the values of one row; a value that is wrong in itself makes the whole row a problem. */
export function readValues(
  cells: readonly string[],
  { headings, at, fields }: ColumnMap,
  readSide: ReadSide,
): { readonly values: RowValues; readonly problem: Sentence | null } {
  const cellAt = (column: number | null): string => (column === null ? '' : unwrapCell(cells[column] ?? ''))
  const headingAt = (column: number | null): string => headings[column ?? -1] ?? ''
  const [entityId, mediaType, sideText] = [cellAt(at.entity_id), cellAt(at.media_type), cellAt(at.side)]
  const side = sideText === '' ? null : readSide(sideText)
  const given = fields
    .map(({ column, name }) => ({ column, name, value: cellAt(column) }))
    .filter(({ value }) => value !== '')
  const problem =
    checkCell(headingAt(at.entity_id), entityId, 'id') ??
    checkCell(headingAt(at.media_type), mediaType, 'word') ??
    checkCell(headingAt(at.side), sideText, 'word') ??
    given
      .map(({ column, value }) => checkCell(headingAt(column), value, 'text'))
      .find((fault) => fault !== null) ??
    (entityId === '' ? say('no_entity_id') : null) ??
    (sideText !== '' && side === null ? say('neither_side', { text: sideText }) : null)
  if (problem !== null) return { values: noValues, problem }
  const byName = Object.fromEntries(given.map(({ name, value }) => [name, value]))
  return {
    values: { entityId, mediaType: mediaType === '' ? null : mediaType, side, fields: byName },
    problem: null,
  }
}

/** Completes a row. Values of a row with a problem are dropped: nothing may use them by mistake. */
export function makeRow(row: Omit<ReadRow, keyof RowValues>, values: RowValues): ReadRow {
  return { ...row, ...(row.problem === null ? values : noValues) }
}
