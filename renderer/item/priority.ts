import type { Item } from '../../electron/shared/records.ts'
import type { Priority } from '../../electron/shared/settings/folder.ts'

/** True while it makes a difference which of the files that wait is sent first. */
export function canPrioritise({ state, role }: Pick<Item, 'state' | 'role'>): boolean {
  return role === 'scan' && (state === 'approved' || state === 'retry_wait')
}

const rank: Readonly<Record<Priority, number>> = { high: 0, normal: 1, low: 2 }

/** What counts for an item: a person's word before that of its folder. */
export function priorityOf(item: Item, folderPriority: (folderId: string) => Priority): Priority {
  return item.priority ?? folderPriority(item.folderId)
}

/** The items as they go out: by priority, and in the given order among equals. */
export function inSendingOrder(
  items: readonly Item[],
  folderPriority: (folderId: string) => Priority,
): readonly Item[] {
  const rankOf = (item: Item): number => rank[priorityOf(item, folderPriority)]
  return items.toSorted((one, other) => rankOf(one) - rankOf(other))
}
