import { say } from '../../../shared/sentences/say.ts'
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
      if (id === null) complain(line, say('item_unnumbered'))
      else if (id === lastItem) complain(line, say('item_twice', { itemId: id }))
      else if (id < lastItem) complain(line, say('item_out_of_order', { itemId: id }))
      else lastItem = id
    },
    takeAttempt(row, line) {
      const key = attemptKeyOf(row)
      if (key === null) complain(line, say('attempt_unnumbered'))
      else if (key[0] === lastAttempt[0] && key[1] === lastAttempt[1]) complain(line, say('attempt_twice'))
      else if (key[0] < lastAttempt[0] || (key[0] === lastAttempt[0] && key[1] < lastAttempt[1]))
        complain(line, say('attempt_out_of_order'))
      else lastAttempt = key
    },
  }
}

function asWhole(value: BundleRow[string] | undefined): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null
}
