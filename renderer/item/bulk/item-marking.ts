import type { Item } from '../../../electron/shared/records.ts'
import type { RowMarking } from '../../components/row-marking.ts'
import { messages } from '../../messages/current.ts'
import type { MarkedItems } from '../../state/marked-items.svelte.ts'
import { toasts } from '../../state/toasts.svelte.ts'

/** Marks of items for a list whose rows are items, or lead to one. */
export function itemMarking<Row>(marks: MarkedItems, itemOf: (row: Row) => Item | null): RowMarking<Row> {
  return {
    has: (row) => {
      const item = itemOf(row)
      return item !== null && marks.has(item.id)
    },
    count: () => marks.count,
    toggle: (row) => {
      const item = itemOf(row)
      if (item !== null) marks.toggle(item)
    },
    range: (to, inHand) => {
      const item = itemOf(to)
      if (item !== null) marks.range(item, inHand === null ? null : itemOf(inHand))
    },
    all: () => void markAll(marks),
    clear: () => marks.clear(),
  }
}

/** Marks everything that the list's query finds, and tells where it could not be counted. */
export async function markAll(marks: MarkedItems): Promise<void> {
  try {
    await marks.all()
  } catch (thrown) {
    toasts.showFailure(thrown, messages.bulk.notCounted)
  }
}
