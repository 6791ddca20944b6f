import type { Item } from '../../../electron/shared/records.ts'

/** What was uploaded for the item's entity before it: one picture for each content, the latest first. */
export function comparisonsFor(item: Item, uploaded: readonly Item[]): readonly Item[] {
  const others = uploaded
    .filter((other) => other.id !== item.id && other.entityId === item.entityId && other.erasedAtMs === null)
    .toSorted((one, other) => (other.uploadedAtMs ?? 0) - (one.uploadedAtMs ?? 0))
  const contents = new Set<string>()
  return others.filter(({ sha256 }) => {
    if (sha256 === null) return true
    const isNew = !contents.has(sha256)
    contents.add(sha256)
    return isNew
  })
}

/** What a person most likely wants to compare with: the latest of the same kind, else the latest. */
export function likeliestComparison(item: Item, comparisons: readonly Item[]): Item | null {
  return comparisons.find(({ mediaType }) => mediaType === item.mediaType) ?? comparisons[0] ?? null
}

/** The one after `present`, and after the last one the first. */
export function comparisonAfter(present: Item | null, comparisons: readonly Item[]): Item | null {
  const index = comparisons.findIndex(({ id }) => id === present?.id)
  return comparisons[(index + 1) % Math.max(comparisons.length, 1)] ?? null
}
