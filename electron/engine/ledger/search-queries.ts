import type { FoundItems, ItemRevision } from '../../shared/bulk-decisions.ts'
import type { ItemCause, ItemPage, KnownValue } from '../../shared/records.ts'
import { readStep } from './connection.ts'
import type { Connection } from './connection.ts'
import { findCauses } from './item-causes.ts'
import { countItems } from './item-counting.ts'
import type { CountQuery, ItemCount } from './item-counting.ts'
import { listItems } from './item-listing.ts'
import type { ItemListQuery } from './item-listing.ts'
import { findChanged, findRevisions } from './item-revisions.ts'
import type { ItemSelection } from './item-search.ts'
import { findKnownValues } from './known-values.ts'
import type { KnownField } from './known-values.ts'
import { provideWordSearch } from './search-words.ts'

/** Finding items. A query that cannot be read throws `query_refused`. */
export interface SearchQueries {
  list(query: ItemListQuery): Promise<ItemPage>
  /** Counts as far as one answer may take; `goesOnAfter` says from where to ask on. */
  count(query: CountQuery): Promise<ItemCount>
  /** Which items they are, each with its revision, in the order in which they were seen; at most so many. */
  revisions(selection: ItemSelection, atMost: number): Promise<FoundItems>
  /** Which of the items are not as they were seen. */
  changedSince(items: readonly ItemRevision[]): Promise<number[]>
  /** Why items are held, the most frequent cause first. */
  causes(selection: ItemSelection): Promise<ItemCause[]>
  /** Values that begin so, those used most of late first. */
  knownValues(field: KnownField, prefix: string, limit: number): Promise<KnownValue[]>
}

export function createSearchQueries(connection: Connection, now: () => number): SearchQueries {
  provideWordSearch(connection)
  return {
    list: (query) => readStep(connection, () => listItems(connection, query, now())),
    count: (query) => readStep(connection, () => countItems(connection, query, now())),
    revisions: (selection, atMost) =>
      readStep(connection, () => findRevisions(connection, selection, atMost, now())),
    changedSince: (items) => readStep(connection, () => findChanged(connection, items)),
    causes: (selection) => readStep(connection, () => findCauses(connection, selection, now())),
    knownValues: (field, prefix, limit) =>
      readStep(connection, () => findKnownValues(connection, field, prefix, limit)),
  }
}
