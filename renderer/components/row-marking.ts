/** How rows of a list are marked. */
export interface RowMarking<Row> {
  has: (row: Row) => boolean
  count: () => number
  toggle: (row: Row) => void
  /** Marks from the last single mark, or from the row in hand, to this row. */
  range: (to: Row, inHand: Row | null) => void
  /** Marks everything that the list's query finds. */
  all: () => void
  clear: () => void
}

/**
 * The row that lies so many options from an index, at most the first or last one. Rows that are no options, such as
 * headings, are passed over. Undefined where there is none.
 */
export function optionFrom<Row>(
  rows: readonly Row[],
  index: number,
  places: number,
  isOption: (row: Row) => boolean = () => true,
): Row | undefined {
  const direction = places < 0 ? -1 : 1
  let left = Math.abs(places)
  let found: Row | undefined
  for (let at = index + direction; left > 0 && at >= 0 && at < rows.length; at += direction) {
    const row = rows[at]
    if (row === undefined || !isOption(row)) continue
    found = row
    left -= 1
  }
  return found
}
