import { countInWords, listInWords, quote, sizeInWords } from './english-wording.ts'
import type { Words } from './told.ts'

interface Cell {
  readonly heading: string
}

interface Key {
  readonly key: string
}

interface Counted {
  readonly count: number
  readonly most: number
}

/** What is to be said about index files: about their rows, about the whole file, and beside the name of a scan. */
export const indexSentences = {
  row_missing: 'An index file should have a row for it, and none has.',
  name_says: ({ values }: { values: Words }) => `Its name says ${values}.`,
  row_says: ({ indexPath, line, values }: RowPlace & { values: Words }) =>
    `${placeInWords({ indexPath, line })}: ${values}.`,
  row_has_problem: ({ indexPath, line, problem }: RowPlace & { problem: Words }) =>
    `${placeInWords({ indexPath, line })}: ${problem}`,
  rule_reads: ({ ruleName, values }: { ruleName: string; values: Words }) => `Rule “${ruleName}”: ${values}.`,
  and_more: ({ count }: { count: number }) => `And ${String(count)} more.`,

  rows_listed: ({ rows, more }: { rows: readonly Words[]; more: number }) => {
    const words = [...rows, ...(more > 0 ? [`and ${countInWords(more)} more`] : [])].join('; ')
    const sentence = `${words.charAt(0).toUpperCase()}${words.slice(1)}`
    return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`
  },
  row: (row: Row) => rowInWords(row),
  row_with_problem: ({ problem, ...row }: Row & { problem: Words }) => `${rowInWords(row)}: ${problem}`,
  row_now_says: ({ values, ...row }: Row & { values: Words }) => `${rowInWords(row)} now says ${values}`,

  no_entity_id: 'It has no entity id.',
  no_file_named: 'It names no file.',
  folder_not_file: ({ file }: { file: string }) => `${quote(file)} is a folder, not a file.`,
  out_of_folder: ({ file }: { file: string }) => `${quote(file)} leads out of the watched folder.`,
  neither_side: ({ text }: { text: string }) => `${quote(text)} is neither the front nor the back.`,
  cell_too_long: ({ heading, count, most }: Cell & Counted) =>
    `${cellInWords(heading)} has ${countInWords(count)} characters; at most ${countInWords(most)} are taken.`,
  cell_broken: ({ heading, value }: Cell & { value: string }) =>
    `${cellInWords(heading)} holds characters that are broken: ${quote(value)}. Set the encoding under Settings, Folders.`,
  cell_control_character: ({ heading }: Cell) =>
    `${cellInWords(heading)} holds a line break or another control character.`,
  cell_spreadsheet_error: ({ heading, value }: Cell & { value: string }) =>
    `${cellInWords(heading)} holds ${quote(value)}, an error of the spreadsheet.`,
  cell_shortened: ({ heading, value }: Cell & { value: string }) =>
    `${cellInWords(heading)} holds ${quote(value)}: Excel turned the id into a number and shortened it. Format the column as text and enter the id again.`,
  other_width: ({ count, columns }: { count: number; columns: number }) =>
    `It has ${countInWords(count)} ${count === 1 ? 'cell' : 'cells'}; the headings are ${countInWords(columns)}.`,
  ends_in_middle: 'The file ends in the middle of it.',
  stray_quotation_mark: 'A quotation mark in it is not closed, or stands where none may be.',
  row_too_long: ({ most }: { most: number }) => `It is longer than ${countInWords(most)} characters.`,

  table_empty: 'It is empty.',
  table_too_large: ({ most }: { most: number }) =>
    `It is larger than ${sizeInWords(most)}. Split it into several files.`,
  headings_unreadable: ({ problem }: { problem: Words }) => `Its headings cannot be read. ${problem}`,
  too_many_columns: ({ count, most }: Counted) =>
    `It has ${countInWords(count)} columns; at most ${countInWords(most)} are read.`,
  columns_mean_same: ({ first, second }: { first: string; second: string }) =>
    `The columns ${quote(first)} and ${quote(second)} mean the same. Rename one of them, or set it to “ignore”.`,
  columns_missing: ({
    headings,
    missing,
  }: {
    headings: readonly string[]
    missing: readonly NeededColumn[]
  }) =>
    `Its first line has ${headings.length === 1 ? 'only the heading' : 'the headings'} ${listInWords(headings.map(quote))}; none of them stands for ${listInWords(missing.map((column) => columnNames[column]))}.`,

  sidecar_too_large: ({ sizeBytes, most }: { sizeBytes: number; most: number }) =>
    `It has ${sizeInWords(sizeBytes)}; at most ${sizeInWords(most)} are read.`,
  too_many_values: ({ count, most }: Counted) =>
    `It has ${countInWords(count)} values; at most ${countInWords(most)} are read.`,
  no_values: 'It holds no values.',
  no_value_for_entity: ({ headings }: { headings: readonly string[] }) =>
    `It has ${listInWords(headings.map(quote))}; none of them stands for the entity id.`,
  value_too_deep: ({ key }: Key) =>
    `The value of ${quote(key)} holds further values. Only one level is read.`,
  several_values: ({ key }: Key) =>
    `${quote(key)} has several values. A sidecar describes one scan, with one value for each name.`,
  named_twice: ({ key }: Key) => `${quote(key)} stands there twice.`,
  line_without_value: ({ line }: { line: number }) =>
    `Line ${String(line)} is neither “name: value” nor “name=value”.`,
  json_too_deep: 'It is nested too deeply. Only one level is read.',
  json_not_valid: 'It is no valid JSON.',
  json_no_object: 'It is no JSON object: { "name": "value" } is expected.',
  xml_document_type: 'It has a document type (DOCTYPE), which can hide harm. Save it without one.',
  xml_not_valid: 'It is no valid XML, or nested too deeply.',
  xml_no_root: 'It is no valid XML: it needs one root element.',
  xml_no_values: 'Its root element has no values.',

  index_file: 'Index file.',
  sidecar_matched: 'It describes a scan.',
  sidecar_waits: 'It waits for the scan that it describes.',
  index_account: ({ rowCount, matched, waiting }: { rowCount: number; matched: number; waiting: number }) => {
    const found = `${countInWords(matched)} ${matched === 1 ? 'scan' : 'scans'} found`
    const awaited = waiting > 0 ? `, ${countInWords(waiting)} awaited` : ''
    return `Index file: ${countInWords(rowCount)} ${rowCount === 1 ? 'row' : 'rows'}, ${found}${awaited}.`
  },
}

/** Where a row stands; `line` is null for a sidecar, which is one row. */
export interface RowPlace {
  readonly indexPath: string
  readonly line: number | null
}

/** A row within its own index file; `file` is empty where it names none. */
interface Row {
  readonly line: number | null
  readonly file: string
}

/** A column without which no row can be used. */
export type NeededColumn = 'file' | 'entity_id'
const columnNames: Readonly<Record<NeededColumn, string>> = { file: 'the file', entity_id: 'the entity id' }

function placeInWords({ indexPath, line }: RowPlace): string {
  return line === null ? indexPath : `${indexPath}, line ${String(line)}`
}

function rowInWords({ line, file }: Row): string {
  return `${line === null ? '' : `line ${String(line)}: `}${file === '' ? 'no file named' : quote(file)}`
}

function cellInWords(heading: string): string {
  return `The cell under ${quote(heading)}`
}
