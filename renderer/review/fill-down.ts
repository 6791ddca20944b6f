import type { Item } from '../../electron/shared/records.ts'
import type { BulkTarget } from '../state/bulk-target.ts'
import type { QueueGroup } from './queue-rows.ts'

/** The values that others get. */
export interface Corrections {
  entityId?: string
  mediaType?: string
  fields?: Record<string, string>
}

/** Whom the values are for. */
export interface FillDownTarget {
  readonly kind: 'marked' | 'rest_of_group' | 'below'
  readonly count: number
  readonly target: BulkTarget
}

interface Situation {
  readonly item: Item
  /** In the order in which they are shown. */
  readonly queue: readonly Item[]
  readonly group: QueueGroup | null
  /** The marked ones, with their exact number; null where none is. */
  readonly marked: { readonly count: number; readonly target: BulkTarget } | null
}

/**
 * Whom the values of the item in hand can be given to, the likeliest first. The item itself is among the marked only. The
 * rest of a group is offered where all of it is loaded.
 */
export function fillDownTargets({ item, queue, group, marked }: Situation): readonly FillDownTarget[] {
  const rest = group === null || group.isOpen ? [] : itemsAfter(group.items, item)
  const below = itemsAfter(queue, item)
  return [
    ...(marked === null ? [] : [{ kind: 'marked' as const, ...marked }]),
    ...(rest.length === 0 ? [] : [targetOf('rest_of_group', rest)]),
    ...(below.length === 0 ? [] : [targetOf('below', below)]),
  ]
}

function itemsAfter(items: readonly Item[], item: Item): readonly Item[] {
  const index = items.findIndex(({ id }) => id === item.id)
  return index === -1 ? [] : items.slice(index + 1)
}

function targetOf(kind: FillDownTarget['kind'], items: readonly Item[]): FillDownTarget {
  return {
    kind,
    count: items.length,
    target: { items: items.map(({ id, revision }) => ({ itemId: id, revision })) },
  }
}

/** The same, with what was found below in place of what of it is loaded. */
export function withBelow(targets: readonly FillDownTarget[], below: BulkTarget): readonly FillDownTarget[] {
  const others = targets.filter(({ kind }) => kind !== 'below')
  const count = below.items.length
  return count === 0 ? others : [...others, { kind: 'below', count, target: below }]
}
