import { quote } from '../evidence.ts'
import { countInWords, indexLimits } from './index-limits.ts'

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

/** What is wrong with the value of one cell, in words; null for a good one. */
export function checkCell(heading: string, value: string, use: 'id' | 'word' | 'text'): string | null {
  const place = `The cell under ${quote(heading)}`
  if (value.length > indexLimits.cellLength) {
    return `${place} has ${countInWords(value.length)} characters; at most ${countInWords(indexLimits.cellLength)} are taken.`
  }
  if (value.includes('\uFFFD')) {
    return `${place} holds characters that are broken: ${quote(value)}. Set the encoding under Settings, Folders.`
  }
  // Texts may go over several lines; an id, a name or a word never does.
  if (/\p{Cc}/u.test(use === 'text' ? value.replace(/[\t\n\r]/g, '') : value)) {
    return `${place} holds a line break or another control character.`
  }
  if (spreadsheetError.test(value)) return `${place} holds ${quote(value)}, an error of the spreadsheet.`
  if (use === 'id' && scientificNumber.test(value)) {
    return `${place} holds ${quote(value)}: Excel turned the id into a number and shortened it. Format the column as text and enter the id again.`
  }
  return null
}
