/** The items from one to the other, both included, whichever stands first. Only the second where the first is gone. */
export function itemsBetween<Row extends { readonly id: number }>(
  items: readonly Row[],
  fromId: number,
  toId: number,
): readonly Row[] {
  const to = items.findIndex(({ id }) => id === toId)
  if (to === -1) return []
  const from = items.findIndex(({ id }) => id === fromId)
  if (from === -1) return items.slice(to, to + 1)
  return items.slice(Math.min(from, to), Math.max(from, to) + 1)
}

/** The ids without some of them, in their order. */
export function idsWithout(ids: readonly number[], left: readonly number[]): readonly number[] {
  const gone = new Set(left)
  return ids.filter((id) => !gone.has(id))
}
