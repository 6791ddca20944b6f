import type { FoundItems, ItemRevision } from '../../shared/bulk-decisions.ts'
import type { Connection } from './connection.ts'
import { countAll } from './item-counting.ts'
import { readSearch } from './item-search.ts'
import type { ItemSelection } from './item-search.ts'
import type { Parameter } from './search-clause.ts'
import { fromItems, planSearch } from './search-plan.ts'

/** Which items a selection finds now, each with its revision, in the order in which they were seen; at most so many. */
export function findRevisions(
  connection: Connection,
  selection: ItemSelection,
  atMost: number,
  nowMs: number,
): FoundItems {
  const count = countAll(connection, selection, nowMs)
  if (count === 0) return { items: [], count }
  const { sql, parameters } = fromItems(planSearch(connection, readSearch(connection, selection, nowMs)))
  const items = connection
    .prepare<Parameter[], ItemRevision>(
      `SELECT items.id AS itemId, items.revision ${sql} ORDER BY items.id LIMIT ?`,
    )
    .all(...parameters, atMost)
  return { items, count }
}

/** Those of the items that have another revision now. */
export function findChanged(connection: Connection, items: readonly ItemRevision[]): number[] {
  const isSame = connection.prepare<[number, number]>('SELECT 1 FROM items WHERE id = ? AND revision = ?')
  return items.flatMap(({ itemId, revision }) => (isSame.get(itemId, revision) === undefined ? [itemId] : []))
}
