import type { KnownValue } from '../../shared/records.ts'
import type { Connection } from './connection.ts'
import { beginsWith, clause, within } from './search-clause.ts'
import type { Clause, Parameter } from './search-clause.ts'
import { distinctMarks } from './search-conditions.ts'

export type KnownField = 'entity_id' | 'media_type' | 'operator'

/** What counts as "of late": so many items that changed last. */
const recentCount = 2_000
/** So many values that begin as asked are looked at besides those of late. */
const candidateCount = 50
/** Nobody needs to know more exactly how often a value is used. */
const countedMost = 10_000

interface Usage {
  readonly count: number
  readonly lastUsedAtMs: number | null
}

/** Values that begin so, whatever their case: those that were used most of late first, then the others by their names. */
export function findKnownValues(
  connection: Connection,
  field: KnownField,
  prefix: string,
  limit: number,
): KnownValue[] {
  const recent = recentUses(connection, field)
  const wanted = prefix.toLowerCase()
  const names = new Set([...recent.keys(), ...storedValues(connection, field, prefix)])
  return [...names]
    .filter((name) => name.toLowerCase().startsWith(wanted))
    .sort((one, other) => (recent.get(other) ?? 0) - (recent.get(one) ?? 0) || one.localeCompare(other))
    .slice(0, limit)
    .map((value) => {
      const { count, lastUsedAtMs } = usageOf(connection, field, value)
      return { value, count, lastUsedAtMs: lastUsedAtMs ?? 0 }
    })
}

/** How often the last changed items have each value. */
function recentUses(connection: Connection, field: KnownField): ReadonlyMap<string, number> {
  const last = `SELECT id, entity_id, media_type FROM items INDEXED BY items_changed
                WHERE erased_at_ms IS NULL ORDER BY changed_at_ms DESC LIMIT ${recentCount}`
  const values =
    field === 'operator'
      ? `SELECT actor AS value FROM (SELECT actor FROM audit_events ORDER BY seq DESC LIMIT ${recentCount})
         WHERE actor <> 'engine'`
      : `SELECT ${field} AS value FROM (${last}) WHERE ${field} IS NOT NULL`
  const rows = connection
    .prepare<[], { value: string; count: number }>(
      `SELECT value, count(*) AS count FROM (${values}) GROUP BY 1`,
    )
    .all()
  return new Map(rows.map(({ value, count }) => [value, count]))
}

function storedValues(connection: Connection, field: KnownField, prefix: string): string[] {
  if (field === 'operator') return distinctMarks(connection, 'operator')
  if (field === 'media_type') return distinctTexts(connection, 'media_type COLLATE NOCASE', prefix)
  // The index of entities knows cases apart: the likely ones are looked for.
  const spellings = new Set([prefix, prefix.toLowerCase(), prefix.toUpperCase()])
  return [...spellings].flatMap((spelling) => distinctTexts(connection, 'entity_id', spelling))
}

/** Jumps from one value to the next, however many items each has. */
function distinctTexts(connection: Connection, column: string, prefix: string): string[] {
  const { sql, parameters } = beginsWith(column, prefix)
  const next = `SELECT min(${column}) FROM items WHERE ${sql}`
  return connection
    .prepare<Parameter[], { value: string }>(
      `WITH RECURSIVE texts (value) AS (
         ${next}
         UNION ALL
         SELECT (${next} AND ${column} > texts.value) FROM texts WHERE texts.value IS NOT NULL LIMIT ${candidateCount})
       SELECT value FROM texts WHERE value IS NOT NULL`,
    )
    .all(...parameters, ...parameters)
    .map(({ value }) => value)
}

function usageOf(connection: Connection, field: KnownField, value: string): Usage {
  const { sql, parameters } = usageQueries[field](value)
  return connection.prepare<Parameter[], Usage>(sql).get(...parameters) ?? { count: 0, lastUsedAtMs: null }
}

const usageQueries: Readonly<Record<KnownField, (value: string) => Clause>> = {
  entity_id: (value) =>
    usageIn(clause('SELECT id FROM items WHERE entity_id = ? ORDER BY first_seen_at_ms DESC', value)),
  media_type: (value) =>
    usageIn(clause('SELECT id FROM items WHERE media_type COLLATE NOCASE = ? ORDER BY id DESC', value)),
  operator: (value) =>
    usageIn(
      clause(
        `SELECT item_id AS id FROM item_marks WHERE kind = 'operator' AND value = ? ORDER BY item_id DESC`,
        value,
      ),
    ),
}

/** The newest item with the value tells when it was used last. */
function usageIn(ids: Clause): Clause {
  return within(
    'WITH found AS (',
    ids,
    ` LIMIT ${countedMost})
     SELECT (SELECT count(*) FROM found) AS count,
       (SELECT changed_at_ms FROM items WHERE id = (SELECT max(id) FROM found)) AS lastUsedAtMs`,
  )
}
