import type { Item } from '../../electron/shared/records.ts'

export type QueueGrouping = 'none' | 'entity' | 'folder'

export interface QueueGroup {
  /** Unique among the groups of a list. */
  readonly key: string
  /** The entity or the folder that its items share; null where they have no entity. */
  readonly value: string | null
  readonly items: readonly Item[]
  /** True for the last group of a list that is not loaded to its end: it may have more items. */
  readonly isOpen: boolean
}

/** A heading, or an item itself: a queue without groups needs no rows of its own, however long it is. */
export type QueueRow = QueueGroup | Item

export function isGroup(row: QueueRow): row is QueueGroup {
  return 'isOpen' in row
}

/** Runs of items with the same entity or folder; `items` are in the order of the grouping. */
export function queueGroups(
  items: readonly Item[],
  grouping: Exclude<QueueGrouping, 'none'>,
  hasMore: boolean,
): readonly QueueGroup[] {
  const groups: { key: string; value: string | null; items: Item[]; isOpen: boolean }[] = []
  for (const item of items) {
    const value = grouping === 'entity' ? item.entityId : item.folderId
    const last = groups.at(-1)
    if (last?.value === value) last.items.push(item)
    else groups.push({ key: `${groups.length}:${value ?? ''}`, value, items: [item], isOpen: false })
  }
  const last = groups.at(-1)
  if (last !== undefined) last.isOpen = hasMore
  return groups
}

/** A heading before the items of each group. */
export function rowsOfGroups(groups: readonly QueueGroup[]): readonly QueueRow[] {
  return groups.flatMap((group): QueueRow[] => [group, ...group.items])
}
