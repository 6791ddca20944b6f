/** Excel takes a UTF-8 file for one of another encoding unless it begins with this mark. */
export const csvStart = '\uFEFF'

/**
 * One record as RFC 4180 has it, with its line end. A spreadsheet takes a cell that begins with one of
 * `= + - @`, a tab or a line break for a formula; such a text gets an apostrophe before it, which shows that it is
 * text. Numbers stay numbers.
 */
export function csvRecord(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: string | number | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const guarded = /^[=+\-@\t\r\n＝＋－＠]/u.test(cell) ? `'${cell}` : cell
  return /[",\r\n\t]|^\s|\s$/u.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
