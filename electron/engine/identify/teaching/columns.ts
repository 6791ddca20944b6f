import { cellsOf, plainCellsOf } from './name-cells.ts'
import type { Cell } from './name-cells.ts'
import { isSeparator } from './separator-run.ts'

/** What stands at one place in each of several texts. */
export interface Column {
  /** `optional`: only some of the texts have something there, and `texts` is what those have. */
  readonly kind: Cell['kind'] | 'anything' | 'optional'
  readonly texts: readonly string[]
}

type Row = readonly Cell[]

/** Lays texts that are not empty side by side: cell by cell where they are built alike, else as far as they are. */
export function alignTexts(texts: readonly string[]): Column[] {
  return zip(texts.map(cellsOf)) ?? zip(texts.map(plainCellsOf)) ?? alignEnds(texts.map(plainCellsOf))
}

function zip(rows: readonly Row[]): Column[] | null {
  const [first = []] = rows
  if (rows.some(({ length }) => length !== first.length)) return null
  const columns = first.map((_, index) => columnOf(rows.flatMap((row) => row[index] ?? [])))
  const alike = columns.filter((column) => column !== null)
  return alike.length === columns.length ? alike : null
}

/** Null for cells of different kinds. A number that looks like a date in some names only is a number. */
function columnOf(cells: readonly Cell[]): Column | null {
  const texts = cells.map(({ text }) => text)
  const kinds = new Set(cells.map(({ kind }) => kind))
  const [kind, ...others] = kinds
  if (kind !== undefined && others.length === 0) return { kind, texts }
  return texts.every((text) => /^\p{N}+$/u.test(text)) ? { kind: 'digits', texts } : null
}

/** The cells that are alike at both ends, and what lies between them as one. */
function alignEnds(rows: readonly Row[]): Column[] {
  const shortest = Math.min(...rows.map(({ length }) => length))
  const before = countAlike(rows, shortest, (row, index) => row[index])
  const after = countAlike(rows, shortest - before, (row, index) => row[row.length - 1 - index])
  const middles = rows.map((row) => textOf(row.slice(before, row.length - after)))
  const filled = middles.filter((text) => text !== '')
  const kind = filled.length === rows.length ? 'anything' : 'optional'
  return [
    ...(zip(rows.map((row) => row.slice(0, before))) ?? []),
    { kind, texts: filled },
    ...(zip(rows.map((row) => row.slice(row.length - after))) ?? []),
  ]
}

/** How many cells, counted from one end, are the same text in all rows, or numbers or separators in all of them. */
function countAlike(
  rows: readonly Row[],
  limit: number,
  cellAt: (row: Row, index: number) => Cell | undefined,
): number {
  for (let count = 0; count < limit; count += 1) {
    const cells = rows.flatMap((row) => cellAt(row, count) ?? [])
    const isAlike =
      cells.every(({ text }) => text === cells[0]?.text) ||
      cells.every(({ kind }) => kind === 'digits') ||
      cells.every(({ text }) => isSeparator(text))
    if (!isAlike) return count
  }
  return limit
}

function textOf(row: Row): string {
  return row.map(({ text }) => text).join('')
}
