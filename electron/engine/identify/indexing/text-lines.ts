import { indexLimits } from './index-limits.ts'

export interface TextLine {
  /** As an editor counts: the first is 1. */
  readonly number: number
  readonly text: string
  /** It was longer than a row may be; `text` is only its beginning. */
  readonly isCut: boolean
  /** False for a last line that does not end: its writer may not have finished it. */
  readonly isEnded: boolean
}

const lineEnd = /\r\n|\n|\r/
/** Of a line that is too long this much is kept, so that a person can recognise it. */
const keptLength = 1_000

/** Takes text in pieces apart into lines, whichever way they end, in constant memory. */
export class LineSplitter {
  #rest = ''
  #restIsCut = false
  #number = 0

  push(text: string): TextLine[] {
    const joined = this.#rest + text
    // A return at the end may be the first half of a line's end.
    const isHalf = joined.endsWith('\r')
    const parts = (isHalf ? joined.slice(0, -1) : joined).split(lineEnd)
    const rest = parts.pop() ?? ''
    const lines = parts.map((part) => this.#line(part, true))
    this.#restIsCut ||= rest.length > indexLimits.rowLength
    this.#rest = (this.#restIsCut ? rest.slice(0, keptLength) : rest) + (isHalf ? '\r' : '')
    return lines
  }

  end(): TextLine[] {
    const isEnded = this.#rest.endsWith('\r')
    const text = isEnded ? this.#rest.slice(0, -1) : this.#rest
    this.#rest = ''
    return text === '' && !isEnded ? [] : [this.#line(text, isEnded)]
  }

  #line(text: string, isEnded: boolean): TextLine {
    const isCut = this.#restIsCut || text.length > indexLimits.rowLength
    this.#restIsCut = false
    this.#number += 1
    return { number: this.#number, text: isCut ? text.slice(0, keptLength) : text, isCut, isEnded }
  }
}
