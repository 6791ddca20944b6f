import type { DecidedItem, ItemRevision } from '../../electron/shared/bulk-decisions.ts'

/** A decision of this sitting. */
export interface SittingDecision {
  readonly kind: string
  /** What it did, for people: `scan.jpg approved`. */
  readonly words: string
  /** Those of its items whose decision can still be taken back, as far as is known. */
  readonly items: readonly DecidedItem[]
}

/** A decision that the sitting keeps. */
export interface NotedDecision extends SittingDecision {
  readonly id: number
  /** About how many items it was. */
  readonly count: number
}

/** So many items are asked about at a time. */
const mostAsked = 20_000

/** Until when all of a decision can be taken back for certain; null where nothing of it is sent. */
export function sendsAfterMs({ items }: SittingDecision): number | null {
  const times = items.map((item) => item.sendsAfterMs).filter((atMs) => atMs !== null)
  return times.length === 0 ? null : Math.min(...times)
}

/** The items of the decisions as their last decision left them, the latest decisions first. */
export function lastDecided(decisions: readonly NotedDecision[]): readonly ItemRevision[] {
  const last = new Map<number, ItemRevision>()
  for (const { items } of decisions.toReversed()) {
    for (const { itemId, revision } of items) {
      if (!last.has(itemId)) last.set(itemId, { itemId, revision })
    }
    if (last.size >= mostAsked) break
  }
  return [...last.values()].slice(0, mostAsked)
}

/**
 * The decisions without the items that something else happened to since: `gone`, as their last decision left them.
 * Decisions of which nothing is left are left out.
 */
export function withoutGone(
  decisions: readonly NotedDecision[],
  gone: readonly ItemRevision[],
): readonly NotedDecision[] {
  if (gone.length === 0) return decisions
  const left = new Map(gone.map(({ itemId, revision }) => [itemId, revision]))
  // What was decided before the last decision on an item cannot be taken back without it.
  const last = new Map(lastDecided(decisions).map(({ itemId, revision }) => [itemId, revision]))
  const isGone = ({ itemId }: DecidedItem): boolean =>
    left.has(itemId) && left.get(itemId) === last.get(itemId)
  return decisions.flatMap((decision) => {
    const items = decision.items.filter((item) => !isGone(item))
    if (items.length === decision.items.length) return [decision]
    return items.length === 0 ? [] : [{ ...decision, items }]
  })
}

/** The decisions with the items as they are now that a later decision on them was taken back. */
export function withRevisions(
  decisions: readonly NotedDecision[],
  undone: readonly ItemRevision[],
): readonly NotedDecision[] {
  const revisions = new Map(undone.map(({ itemId, revision }) => [itemId, revision]))
  return decisions.map((decision) =>
    decision.items.some(({ itemId }) => revisions.has(itemId))
      ? {
          ...decision,
          items: decision.items.map((item) => ({
            ...item,
            revision: revisions.get(item.itemId) ?? item.revision,
          })),
        }
      : decision,
  )
}
