import type { IndexSettings } from '../../../shared/settings/index-file.ts'
import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import { announcedDelimiter, detectDelimiter } from './delimiter.ts'
import { readHeading, readRow, shapeOf } from './table-rows.ts'
import type { ReadRow } from './row-reading.ts'
import type { ReadSide } from './side-words.ts'
import { RecordReader } from './table-records.ts'
import type { TableRecord } from './table-records.ts'
import type { ColumnMap } from './column-map.ts'
import type { TextLine } from './text-lines.ts'

export interface TableContext {
  /** Of the index file, relative to the watched folder. */
  readonly indexPath: string
  readonly settings: IndexSettings
  readonly readSide: ReadSide
}

/** The delimiter is found by so many lines, or by so much text. */
const sampleLines = 50
const sampleLength = 65_536

/** Makes rows of a table's lines: finds the delimiter and the headings by the first ones, and then reads on. */
export class TableReader {
  readonly #context: TableContext
  #sample: TextLine[] | null = []
  #sampleLength = 0
  #records: RecordReader | null = null
  #columns: ColumnMap | null = null
  /** Why the file is no table; null while it is one. */
  unreadable: Sentence | null = null
  delimiter: string | null = null

  constructor(context: TableContext) {
    this.#context = context
  }

  /** What each column was taken for, by its heading. */
  get meanings(): Readonly<Record<string, string>> {
    return this.#columns?.meanings ?? {}
  }

  push(lines: readonly TextLine[]): ReadRow[] {
    if (this.#sample === null) return this.#read(lines)
    this.#sample.push(...lines)
    this.#sampleLength += lines.reduce((sum, { text }) => sum + text.length, 0)
    const isEnough = this.#sample.length >= sampleLines || this.#sampleLength >= sampleLength
    return isEnough ? this.#start() : []
  }

  end(): ReadRow[] {
    const rows = this.#sample === null ? [] : this.#start()
    rows.push(...this.#readAll(this.#records?.end() ?? []))
    if (this.#columns === null) this.unreadable ??= say('table_empty')
    return rows
  }

  #start(): ReadRow[] {
    const lines = this.#sample ?? []
    this.#sample = null
    const { settings } = this.#context
    const first = lines.findIndex(({ text }) => text.trim() !== '')
    const announced = announcedDelimiter(lines[first]?.text ?? '')
    const rest = announced === null ? lines : lines.slice(first + 1)
    const texts = rest.slice(0, sampleLines).map(({ text }) => text)
    this.delimiter =
      settings.delimiter === 'auto'
        ? (announced ?? detectDelimiter(texts, settings.columns))
        : settings.delimiter
    this.#records = new RecordReader(this.delimiter)
    return this.#read(rest)
  }

  #read(lines: readonly TextLine[]): ReadRow[] {
    const records = this.#records
    if (records === null || this.unreadable !== null) return []
    const rows: ReadRow[] = []
    let at = 0
    // The headings decide how the lines below them are read, so they are read by themselves.
    for (; this.#columns === null && at < lines.length; at += 1) {
      rows.push(...this.#readAll(records.push(lines.slice(at, at + 1))))
    }
    rows.push(...this.#readAll(records.push(at === 0 ? lines : lines.slice(at))))
    return rows
  }

  #readAll(records: readonly TableRecord[]): ReadRow[] {
    const rows: ReadRow[] = []
    for (const record of records) {
      if (this.unreadable !== null) break
      if (this.#columns === null) this.#readHeading(record)
      else {
        const row = readRow(record, { ...this.#context, columns: this.#columns })
        if (row !== null) rows.push(row)
      }
    }
    return rows
  }

  #readHeading(record: TableRecord): void {
    if (record.problem === null && record.cells.every((cell) => cell.trim() === '')) return
    const reading = readHeading(record, this.#context.settings)
    this.#columns = reading.columns
    if (reading.kind === 'unusable') this.unreadable = reading.why
    else if (this.#records !== null) this.#records.shape = shapeOf(reading.columns)
  }
}
