import { isSeparator } from './separator-run.ts'
import { findDates } from './date-format.ts'

/** A stretch of one kind of characters. `between`: separators, or other signs, that are no letters and no digits. */
export interface Cell {
  readonly kind: 'date' | 'digits' | 'letters' | 'between'
  readonly text: string
}

const runs = /\p{N}+|[\p{L}\p{M}]+|[^\p{L}\p{M}\p{N}]+/gu

/** Cuts a text where the kind of its characters changes, and takes what looks like a date as one cell. */
export function cellsOf(text: string): Cell[] {
  const cells: Cell[] = []
  let at = 0
  for (const { start, end } of findDates(text)) {
    cells.push(...plainCellsOf(text.slice(at, start)), { kind: 'date', text: text.slice(start, end) })
    at = end
  }
  return [...cells, ...plainCellsOf(text.slice(at))]
}

/** The same without a look for dates. */
export function plainCellsOf(text: string): Cell[] {
  return [...text.matchAll(runs)].flatMap(([run]): Cell[] => {
    const kind = kindOf(run)
    return kind === 'between' ? signsOf(run) : [{ kind, text: run }]
  })
}

/** Brackets and the like stand for themselves; separators around them may differ. */
function signsOf(run: string): Cell[] {
  const cells: { kind: 'between'; text: string }[] = []
  for (const character of run) {
    const last = cells.at(-1)
    if (last !== undefined && isSeparator(last.text) === isSeparator(character)) last.text += character
    else cells.push({ kind: 'between', text: character })
  }
  return cells
}

function kindOf(run: string): Cell['kind'] {
  if (/^\p{N}/u.test(run)) return 'digits'
  return /^[\p{L}\p{M}]/u.test(run) ? 'letters' : 'between'
}
