import type { CallInput } from '../../electron/shared/contract.ts'
import type { FoundItems } from '../../electron/shared/bulk-decisions.ts'
import type { Item } from '../../electron/shared/records.ts'

export type BulkTarget = CallInput<'review.bulk'>['target']
export type SelectedItems = CallInput<'items.revisions'>

export function idsOfFound({ items }: FoundItems): ReadonlySet<number> {
  return new Set(items.map(({ itemId }) => itemId))
}

/**
 * Binds a decision to what a person was asked about: what a selection found then. `shown` are items that the
 * person saw since. Null where nothing was found.
 */
export function targetOfFound(
  { items, count }: FoundItems,
  selection: SelectedItems,
  shown: readonly Item[] = [],
): BulkTarget | null {
  if (items.length === 0) return null
  const seenSince = new Map(shown.map(({ id, revision }) => [id, revision]))
  const asSeen = items.map(({ itemId, revision }) => ({
    itemId,
    revision: seenSince.get(itemId) ?? revision,
  }))
  // Where not all are named, those that are not have not come since.
  return { items: asSeen, ...(items.length === count && { foundBy: selection }) }
}

/** A target without some of its items. Those that are left out have not come since. */
export function targetWithout(target: BulkTarget, left: readonly Item[]): BulkTarget {
  if (left.length === 0) return target
  const ids = new Set(left.map(({ id }) => id))
  const items = target.items.filter(({ itemId }) => !ids.has(itemId))
  return items.length === target.items.length ? target : { items }
}
