import type { Item } from '../../shared/records.ts'
import type { ItemListQuery } from '../ledger/item-listing.ts'
import type { Ledger } from '../ledger/ledger.ts'

const pageSize = 500

/** Pages through everything that a query finds. Each page is one snapshot of its own. */
export async function* allItems(
  ledger: Pick<Ledger, 'list'>,
  query: Omit<ItemListQuery, 'cursor' | 'limit'>,
): AsyncGenerator<Item> {
  let cursor: string | undefined
  do {
    const page = await ledger.list({ ...query, cursor, limit: pageSize })
    yield* page.items
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
}
