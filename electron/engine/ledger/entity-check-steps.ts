import type { EntityCheck } from '../../shared/records.ts'
import { readStep, writeStep } from './connection.ts'
import type { Connection } from './connection.ts'

export interface EntityCheckRow {
  readonly entity_id: string
  readonly result: EntityCheck['result']
  readonly checked_at_ms: number
}

export interface EntityCheckSteps {
  /** What the endpoint last said of these entities; those that it was never asked for are left out. */
  readEntityChecks(entityIds: readonly string[]): Promise<EntityCheck[]>
  /** Keeps an answer in place of an older one. An answer that is older than the kept one changes nothing. */
  recordEntityCheck(check: EntityCheck): Promise<void>
}

/** The endpoint's answers about entities. They are a memory and no history: the audit chain does not tell them. */
export function createEntityCheckSteps(connection: Connection): EntityCheckSteps {
  const byIds = connection.prepare<[string], EntityCheckRow>(
    'SELECT * FROM entity_checks WHERE entity_id IN (SELECT value FROM json_each(?))',
  )
  const upsert = connection.prepare<[string, string, number]>(
    `INSERT INTO entity_checks (entity_id, result, checked_at_ms) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET result = excluded.result, checked_at_ms = excluded.checked_at_ms
     WHERE excluded.checked_at_ms >= checked_at_ms`,
  )
  return {
    readEntityChecks: (entityIds) =>
      readStep(connection, () =>
        byIds.all(JSON.stringify(entityIds)).flatMap((row) => toEntityCheck(row) ?? []),
      ),
    recordEntityCheck: ({ entityId, result, checkedAtMs }) =>
      writeStep(connection, () => {
        upsert.run(entityId, result, checkedAtMs)
      }),
  }
}

export function toEntityCheck(row: EntityCheckRow | undefined): EntityCheck | null {
  return row === undefined
    ? null
    : { entityId: row.entity_id, result: row.result, checkedAtMs: row.checked_at_ms }
}
