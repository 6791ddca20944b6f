import type { Item } from '../../electron/shared/records.ts'

/** Adds a page to a list. An order by change can name a row again on a later page; a row shows once. */
export function appendPage(items: readonly Item[], page: readonly Item[]): readonly Item[] {
  const known = new Set(items.map((item) => item.id))
  const added = page.filter((item) => {
    const isNew = !known.has(item.id)
    known.add(item.id)
    return isNew
  })
  return [...items, ...added]
}
