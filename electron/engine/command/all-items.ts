import type { Item } from '../../shared/records.ts'
import type { ItemListQuery } from '../ledger/item-listing.ts'
import type { Ledger } from '../ledger/ledger.ts'

const pageSize = 500

/** Pages through everything that a query finds, at most `limit` items. Each page is one snapshot of its own. */
export async function* allItems(
  ledger: Pick<Ledger, 'list'>,
  query: Omit<ItemListQuery, 'cursor' | 'limit'>,
  limit = Number.POSITIVE_INFINITY,
): AsyncGenerator<Item, { readonly more: boolean }> {
  let cursor: string | undefined
  let left = limit
  do {
    const page = await ledger.list({ ...query, cursor, limit: Math.min(pageSize, left) })
    yield* page.items
    left -= page.items.length
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined && left > 0)
  return { more: cursor !== undefined }
}
