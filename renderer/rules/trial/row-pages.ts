import type { TriedName } from '../../../electron/shared/readings.ts'

/** Adds a page of rows. Files may have moved from one page to the next meanwhile; none is shown twice. */
export function appendRows(rows: readonly TriedName[], page: readonly TriedName[]): readonly TriedName[] {
  const known = new Set(rows.map((row) => row.itemId))
  return [...rows, ...page.filter((row) => !known.has(row.itemId))]
}
