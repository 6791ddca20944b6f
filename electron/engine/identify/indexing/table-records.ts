import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import { readCells } from './csv-cells.ts'
import { indexLimits } from './index-limits.ts'
import type { TextLine } from './text-lines.ts'

/** One row of a table: its cells, or as much of them as can be told where its quotation marks are wrong. */
export interface TableRecord {
  readonly lineNumber: number
  readonly cells: readonly string[]
  readonly isEnded: boolean
  readonly problem: Sentence | null
}

/** What rows look like, once the headings are known. */
export interface RowShape {
  /** Whether cells that quotation marks stretch over several lines can be one row. */
  fits(cells: readonly string[]): boolean
  /** Whether a line, taken apart without regard to quotation marks, is a row by itself. */
  looksLikeRow(cells: readonly string[]): boolean
}

const strayQuote = say('stray_quotation_mark')
const tooLong = say('row_too_long', { most: indexLimits.rowLength })

/**
 * Makes rows of lines. A quotation mark that is opened and not closed would swallow all that follows: here it costs
 * its own line. Lines that belong together are found by asking the parser again with the next ones, within limits,
 * and only believed where what comes out is a row and nothing within it looks like one.
 */
export class RecordReader {
  shape: RowShape | null = null
  readonly #delimiter: string
  /** Lines that are rows by themselves; parsed together, which is many times faster. */
  #whole: TextLine[] = []
  #open: TextLine[] = []
  #openLength = 0
  #records: TableRecord[] = []

  constructor(delimiter: string) {
    this.#delimiter = delimiter
  }

  push(lines: readonly TextLine[]): TableRecord[] {
    for (const line of lines) this.#take(line)
    return this.#release()
  }

  end(): TableRecord[] {
    while (this.#open.length > 0) this.#giveUp()
    return this.#release()
  }

  #release(): TableRecord[] {
    this.#flush()
    const records = this.#records
    this.#records = []
    return records
  }

  #take(line: TextLine): void {
    if (this.#open.length > 0) this.#join(line)
    else if (line.isCut) this.#refuse(line, tooLong)
    else if (hasPairedQuotes(line.text)) {
      if (line.text.trim() !== '') this.#whole.push(line)
    } else this.#begin(line)
  }

  /** An odd number of quotation marks: the row goes on in the next line, or one of them is stray. */
  #begin(line: TextLine): void {
    if (readCells(line.text, this.#delimiter).kind !== 'open') return this.#refuse(line, strayQuote)
    this.#flush()
    this.#open = [line]
    this.#openLength = line.text.length
  }

  #join(line: TextLine): void {
    this.#open.push(line)
    this.#openLength += line.text.length + 1
    const { rowLines, rowLength } = indexLimits
    if (line.isCut || this.#open.length > rowLines || this.#openLength > rowLength) this.#giveUp()
    else if (!hasPairedQuotes(line.text)) this.#close()
  }

  #close(): void {
    const [first] = this.#open
    const reading = readCells(this.#open.map(({ text }) => text).join('\n'), this.#delimiter)
    const [cells, ...more] = reading.kind === 'records' ? reading.records : []
    if (first === undefined || cells === undefined || more.length > 0 || !this.#isPlausible(cells)) {
      return this.#giveUp()
    }
    const isEnded = this.#open.at(-1)?.isEnded ?? true
    this.#open = []
    this.#records.push({ lineNumber: first.number, cells, isEnded, problem: null })
  }

  #isPlausible(cells: readonly string[]): boolean {
    const { shape } = this
    if (shape === null) return true
    const [, ...further] = this.#open
    return (
      shape.fits(cells) &&
      !further.some(({ text }) => shape.looksLikeRow(splitPlainly(text, this.#delimiter)))
    )
  }

  /** The first line is refused; those after it are read as if it were not there. */
  #giveUp(): void {
    const [first, ...further] = this.#open
    this.#open = []
    if (first !== undefined) this.#refuse(first, strayQuote)
    for (const line of further) this.#take(line)
  }

  #flush(): void {
    const lines = this.#whole
    if (lines.length === 0) return
    this.#whole = []
    const reading = readCells(lines.map(({ text }) => text).join('\n'), this.#delimiter)
    if (reading.kind === 'records' && reading.records.length === lines.length) {
      lines.forEach((line, at) => this.#accept(line, reading.records[at] ?? []))
    } else for (const line of lines) this.#readAlone(line)
  }

  #readAlone(line: TextLine): void {
    const reading = readCells(line.text, this.#delimiter)
    const [cells] = reading.kind === 'records' ? reading.records : []
    if (cells === undefined) this.#records.push(refused(line, strayQuote, this.#delimiter))
    else this.#accept(line, cells)
  }

  #accept({ number, isEnded }: TextLine, cells: readonly string[]): void {
    this.#records.push({ lineNumber: number, cells, isEnded, problem: null })
  }

  #refuse(line: TextLine, why: Sentence): void {
    this.#flush()
    this.#records.push(refused(line, why, this.#delimiter))
  }
}

function refused({ number, text, isEnded }: TextLine, problem: Sentence, delimiter: string): TableRecord {
  return { lineNumber: number, cells: splitPlainly(text, delimiter), isEnded, problem }
}

/** For lines that no parser takes: what stands between the delimiters, without the quotation marks around it. */
function splitPlainly(text: string, delimiter: string): string[] {
  return text.split(delimiter).map((cell) => cell.trim().replace(/^="|^"|"$/g, ''))
}

function hasPairedQuotes(text: string): boolean {
  let count = 0
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) count += 1
  return count % 2 === 0
}
