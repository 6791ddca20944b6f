import { CsvError, parse } from 'csv-parse/sync'

/** `open`: a quotation mark is not closed yet. `broken`: the quotation marks make no sense. */
export type CellsReading =
  | { readonly kind: 'records'; readonly records: readonly (readonly string[])[] }
  | { readonly kind: 'open' }
  | { readonly kind: 'broken' }

/** Reads rows whose lines end with a line feed. Blanks around cells do not count. */
export function readCells(text: string, delimiter: string): CellsReading {
  const reading = parseStrictly(text, delimiter)
  // `="0012"` keeps Excel from taking an id for a number. Writers leave its quotation marks as they are.
  if (reading.kind !== 'broken' || !text.includes('="')) return reading
  return parseStrictly(text.replace(formulaCell(delimiter), '$1"$2"'), delimiter)
}

function parseStrictly(text: string, delimiter: string): CellsReading {
  try {
    const records = parse(text, { delimiter, record_delimiter: '\n', relax_column_count: true, trim: true })
    return { kind: 'records', records }
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown
    return { kind: thrown.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open' : 'broken' }
  }
}

function formulaCell(delimiter: string): RegExp {
  const mark = `\\u{${(delimiter.codePointAt(0) ?? 0).toString(16)}}`
  return new RegExp(`(^|${mark}) *="([^"\\n]*)"(?= *(?:${mark}|$))`, 'gmu')
}
