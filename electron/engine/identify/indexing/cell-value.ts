import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import { indexLimits } from './index-limits.ts'

/** What spreadsheets write where a formula failed or a column was too narrow, in English and German. */
const spreadsheetError = /^#(?:NAME\?|REF!|VALUE!|N\/A|DIV\/0!|NUM!|NULL!|BEZUG!|WERT!|NV|ZAHL!|#+)$/i

/** A number as spreadsheets shorten it: `4,71E+03`. */
const scientificNumber = /^-?\d(?:[.,]\d+)?E[+-]\d{2,3}$/i

const formulaText = /^="([^"]*)"$/
/** The sign with which spreadsheets mark a number, or what looks like a formula, as text. */
const textMark = /^'(?=[0-9=+\-@])/

/** A cell as it is meant: without what keeps a spreadsheet from taking it for a number or a formula. */
export function unwrapCell(cell: string): string {
  const text = cell.trim()
  return (formulaText.exec(text)?.[1] ?? text.replace(textMark, '')).trim()
}

/** What is wrong with the value of one cell; null for a good one. */
export function checkCell(heading: string, value: string, use: 'id' | 'word' | 'text'): Sentence | null {
  if (value.length > indexLimits.cellLength) {
    return say('cell_too_long', { heading, count: value.length, most: indexLimits.cellLength })
  }
  if (value.includes('\uFFFD')) {
    return say('cell_broken', { heading, value })
  }
  // Texts may go over several lines; an id, a name or a word never does.
  if (/\p{Cc}/u.test(use === 'text' ? value.replace(/[\t\n\r]/g, '') : value)) {
    return say('cell_control_character', { heading })
  }
  if (spreadsheetError.test(value)) return say('cell_spreadsheet_error', { heading, value })
  if (use === 'id' && scientificNumber.test(value)) {
    return say('cell_shortened', { heading, value })
  }
  return null
}
