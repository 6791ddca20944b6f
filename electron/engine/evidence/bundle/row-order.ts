import type { BundleRow } from './bundle-format.ts'
import type { Complain } from './complaint.ts'

export interface RowOrder {
  takeItem(row: BundleRow, line: number): void
  takeAttempt(row: BundleRow, line: number): void
}

/** An item's number; null for a row that has none. */
export function itemKeyOf(row: BundleRow): number | null {
  return asWhole(row['id'])
}

/** An attempt's item and its number there; null for a row that lacks one of them. */
export function attemptKeyOf(row: BundleRow): readonly [itemId: number, number: number] | null {
  const [itemId, number] = [asWhole(row['item_id']), asWhole(row['number'])]
  return itemId === null || number === null ? null : [itemId, number]
}

/** Holds items to the order of their numbers, and attempts to that of their items: so none stands there twice. */
export function createRowOrder(complain: Complain): RowOrder {
  let lastItem = -Infinity
  let lastAttempt: readonly [number, number] = [-Infinity, -Infinity]
  return {
    takeItem(row, line) {
      const id = itemKeyOf(row)
      if (id === null) complain(line, 'This item has no number.')
      else if (id === lastItem) complain(line, `Item ${String(id)} stands in the bundle twice.`)
      else if (id < lastItem) complain(line, `Item ${String(id)} does not stand in the order of the numbers.`)
      else lastItem = id
    },
    takeAttempt(row, line) {
      const key = attemptKeyOf(row)
      if (key === null) complain(line, 'This attempt lacks its item or its number.')
      else if (key[0] === lastAttempt[0] && key[1] === lastAttempt[1])
        complain(line, 'This attempt stands in the bundle twice.')
      else if (key[0] < lastAttempt[0] || (key[0] === lastAttempt[0] && key[1] < lastAttempt[1]))
        complain(line, 'This attempt does not stand in the order of the items.')
      else lastAttempt = key
    },
  }
}

function asWhole(value: BundleRow[string] | undefined): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null
}
