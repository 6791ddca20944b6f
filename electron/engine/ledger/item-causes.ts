import type { ItemQuery } from '../../shared/item-query.ts'
import { formatItemQuery, noFinding } from '../../shared/item-query-text.ts'
import { viewStates } from '../../shared/item-states.ts'
import type { ItemState } from '../../shared/item-states.ts'
import type { ItemCause } from '../../shared/records.ts'
import type { Connection } from './connection.ts'
import { readSearch } from './item-search.ts'
import type { ItemSearch, ItemSelection } from './item-search.ts'
import type { Parameter } from './search-clause.ts'
import { distinctMarks } from './search-conditions.ts'
import { fromItems, planSearch } from './search-plan.ts'

/** Where no state is asked for. Items in review are held by warnings too, where the selection names that state. */
const heldStates: readonly ItemState[] = viewStates.problems

interface CodeCount {
  readonly code: string
  readonly count: number
}

/**
 * Why items are held, the most frequent cause first. An item with two findings counts for both, so that each count is
 * that of its query. Throws `query_refused`.
 */
export function findCauses(connection: Connection, selection: ItemSelection, nowMs: number): ItemCause[] {
  const search = readSearch(connection, selection, nowMs)
  if (search.folders?.length === 0) return []
  const asked = search.states ?? heldStates
  const find = (kind: ItemCause['kind'], states: readonly ItemState[], grouping: Grouping): ItemCause[] => {
    const present = states.filter((state) => asked.includes(state))
    if (present.length === 0) return []
    const counts = countCodes(connection, { ...search, states: present }, grouping)
    return counts.map(({ code, count }) => ({
      kind,
      code,
      count,
      query: queryText(search, { states: present, ...grouping.narrow(code) }),
    }))
  }
  return [
    ...find('finding', ['needs_attention', 'awaiting_review'], byFinding(search.query)),
    ...find('other', ['needs_attention'], unfound),
    ...find('failure', ['failed', 'retry_wait'], byError(connection, search.query)),
    ...find('missing', ['missing'], together('missing')),
    ...find('unknown_outcome', ['outcome_unknown'], together('unknown_outcome')),
  ].sort((one, other) => other.count - one.count || one.code.localeCompare(other.code))
}

/** How items are told apart: SQL over `held`, the items of a search. */
interface Grouping {
  readonly sql: string
  readonly parameters: readonly Parameter[]
  readonly narrow: (code: string) => Partial<ItemQuery>
}

const holds = `value ->> '$.severity' IN ('block', 'warn')`

/** Codes that hold an item; each with all items that have the finding. */
function byFinding({ findings }: ItemQuery): Grouping {
  return {
    sql: `SELECT value ->> '$.code' AS code, count(DISTINCT items.id) AS count
          FROM held AS items, json_each(items.findings)
          WHERE ? = '[]' OR value ->> '$.code' IN (SELECT value FROM json_each(?))
          GROUP BY 1 HAVING max(${holds})`,
    parameters: [JSON.stringify(findings), JSON.stringify(findings)],
    narrow: (code) => ({ findings: [code] }),
  }
}

/** Codes of last failures; each with all items that ever failed so, which is what a query can ask for. */
function byError(connection: Connection, { errors }: ItemQuery): Grouping {
  const known = distinctMarks(connection, 'error')
  const codes = errors.length === 0 ? known : known.filter((code) => errors.includes(code))
  return {
    sql: `SELECT code.value AS code, count(*) AS count FROM held AS items, json_each(?) AS code
          WHERE EXISTS (
            SELECT 1 FROM item_marks WHERE kind = 'error' AND value = code.value AND item_id = items.id)
          GROUP BY 1 HAVING max(coalesce(items.failure_code = code.value, 0))`,
    parameters: [JSON.stringify(codes)],
    narrow: (code) => ({ errors: [code] }),
  }
}

/** Held although nothing that was found holds them. */
const unfound: Grouping = {
  sql: `SELECT 'other' AS code, count(*) AS count FROM held AS items
        WHERE NOT EXISTS (SELECT 1 FROM json_each(items.findings) WHERE ${holds}) HAVING count(*) > 0`,
  parameters: [],
  narrow: () => ({ findings: [noFinding] }),
}

function together(code: string): Grouping {
  const sql = 'SELECT ? AS code, count(*) AS count FROM held HAVING count(*) > 0'
  return { sql, parameters: [code], narrow: () => ({}) }
}

function countCodes(connection: Connection, search: ItemSearch, { sql, parameters }: Grouping): CodeCount[] {
  const from = fromItems(planSearch(connection, search))
  return connection
    .prepare<Parameter[], CodeCount>(
      `WITH held AS MATERIALIZED (SELECT items.id, items.findings, items.failure_code ${from.sql}) ${sql}`,
    )
    .all(...from.parameters, ...parameters)
}

/** The search itself, narrowed. */
function queryText({ query, folders }: ItemSearch, narrowed: Partial<ItemQuery>): string {
  return formatItemQuery({ ...query, folders: folders ?? [], ...narrowed })
}
