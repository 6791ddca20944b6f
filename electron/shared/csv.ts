import { languages } from './preferences.ts'

/** Excel takes a UTF-8 file for one of another encoding unless it begins with this mark. */
export const csvStart = '\uFEFF'

/** How spreadsheets of a region read a text file. They take it apart at their own list separator only. */
export interface CsvForm {
  readonly delimiter: CsvDelimiter
  readonly decimal: '.' | ','
}

export const csvDelimiters = [',', ';'] as const
export type CsvDelimiter = (typeof csvDelimiters)[number]

/** Where nothing is known of the spreadsheet: as RFC 4180 has it. */
export const plainCsv: CsvForm = { delimiter: ',', decimal: '.' }

/** The form for a region: where the comma stands in numbers, the semicolon stands between cells. */
export function csvFormOf(locale: string): CsvForm {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5)
  const isComma = parts.some(({ type, value }) => type === 'decimal' && value === ',')
  return isComma ? { delimiter: ';', decimal: ',' } : plainCsv
}

/**
 * One record as RFC 4180 has it, with its line end. A spreadsheet takes a cell that begins with one of `= + - @`, a tab
 * or a line break for a formula, and makes other values of texts that look like numbers or dates: `0047` loses its
 * zeros, a long number its last digits, `1-2` becomes a day. Such a text gets an apostrophe before it, which shows that
 * it is text. Numbers stay numbers.
 */
export function csvRecord(cells: readonly (string | number | null)[], form: CsvForm = plainCsv): string {
  return `${cells.map((cell) => csvCell(cell, form)).join(form.delimiter)}\r\n`
}

/** A text as a spreadsheet takes it for the same text. */
export function spreadsheetText(text: string): string {
  return isFormula.test(text) || isRead.some((form) => form.test(text)) ? `'${text}` : text
}

const isFormula = /^[=+\-@\t\r\n＝＋－＠]/u
/** The names of the months, short and long, in the languages of the window. */
const months = languages.flatMap((language) =>
  (['short', 'long'] as const).flatMap((form) => {
    const name = new Intl.DateTimeFormat(language, { month: form, timeZone: 'UTC' })
    return Array.from({ length: 12 }, (_, month) => name.format(Date.UTC(2026, month)).replace('.', ''))
  }),
)
const month = `(?:${[...new Set([...months, 'Sep', 'Mrz'])].join('|')})`
/** What spreadsheets read as another value. A whole number of up to 15 digits stays the same. */
const isRead = [
  /^0\d+$/u,
  /^\d{16,}$/u,
  /^(?!\d{4}-\d\d-\d\d$)\d+(?:[.,:/ -]\d+)+(?: ?[ap]m)?$/iu,
  /^\d+(?:[.,]\d+)?e[+-]?\d+$/iu,
  new RegExp(`^\\d{1,4}[ .-]*${month}(?:[ .-]*\\d{1,4})?$|^${month}[ .-]*\\d{1,4}$`, 'iu'),
]

function csvCell(cell: string | number | null, { delimiter, decimal }: CsvForm): string {
  if (cell === null) return ''
  const text = typeof cell === 'number' ? String(cell).replace('.', decimal) : spreadsheetText(cell)
  const needsQuotes = text.includes(delimiter) || /["\r\n\t]|^\s|\s$/u.test(text)
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text
}
