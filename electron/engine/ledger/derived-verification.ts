import type { LedgerFault } from '../../shared/ledger-proof.ts'
import { say } from '../../shared/sentences/say.ts'
import { readStep } from './connection.ts'
import type { Connection } from './connection.ts'

interface Mark {
  readonly kind: string
  readonly value: string
  readonly item_id: number
}

interface ItemRange {
  readonly after: number
  readonly upTo: number
}

/** Small enough that other work waits for a part of a large ledger for a tenth of a second at most. */
const itemsAtATime = 250
const marksAtATime = 500

/** An altered text may be none; then nothing is read from it. */
const jsonOf = (column: string): string => `iif(json_valid(${column}), ${column}, '{}')`
const inRange = (column: string): string => `${column} > @after AND ${column} <= @upTo`
const heldStates = `('needs_attention', 'failed', 'outcome_unknown')`

/**
 * What items of a range must be found by. A failure that is over is told by an event alone, and is not looked for.
 * Events are asked for item by item: SQLite would look through all events of people for each range.
 */
const expectedMarks = `
  SELECT 'operator' AS kind, actor AS value, item_id
    FROM items CROSS JOIN audit_events ON audit_events.item_id = items.id
    WHERE ${inRange('items.id')} AND actor <> 'engine'
  UNION SELECT 'finding', each.value ->> '$.code', items.id FROM items, json_each(${jsonOf('items.findings')}) AS each
    WHERE ${inRange('items.id')} AND items.findings <> '[]' AND each.value ->> '$.code' IS NOT NULL
  UNION SELECT 'error', failure_code, id FROM items WHERE ${inRange('id')} AND failure_code IS NOT NULL
  UNION SELECT 'error', outcome, item_id FROM attempts
    WHERE ${inRange('item_id')} AND outcome NOT IN ('in_flight', 'accepted')
  UNION SELECT 'trait', 'duplicate', id FROM items WHERE ${inRange('id')} AND sha256 IS NOT NULL
    AND EXISTS (SELECT 1 FROM items AS first WHERE first.sha256 = items.sha256 AND first.id < items.id)
  UNION SELECT 'trait', 'sent_twice', item_id FROM attempts
    WHERE ${inRange('item_id')} AND outcome = 'accepted' AND entity_id <> '' AND EXISTS (
      SELECT 1 FROM attempts AS other WHERE other.outcome = 'accepted' AND other.sha256 = attempts.sha256
        AND other.entity_id = attempts.entity_id AND other.id <> attempts.id)`

/** Whether the events of an item say that it stood in Problems; those of an erased item say nothing of it. */
const wasHeld = (kinds: string): string => `EXISTS (
  SELECT 1 FROM audit_events WHERE item_id = items.id ${kinds}
    AND ${jsonOf('data')} ->> '$.item.state' IN ${heldStates})`

/**
 * Holds what searches and reports look into, besides items, attempts and events, against those: an item that a search
 * does not find, or that a report counts for somebody else, is as good as altered. The words of the search index are
 * not compared. Reads in parts, with other work in between. `progress` gets the share done, 0 to 1.
 */
export async function verifyDerived(
  connection: Connection,
  report: (fault: LedgerFault) => void,
  progress: (share: number) => void = () => undefined,
): Promise<void> {
  await verifyItemsOf(connection, report, progress)
  await verifyMarks(connection, report)
}

async function verifyItemsOf(
  connection: Connection,
  report: (fault: LedgerFault) => void,
  progress: (share: number) => void,
): Promise<void> {
  const newest = connection.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM items')
  const newestId = (await readStep(connection, () => newest.get()))?.id ?? 0
  const lastOf = connection.prepare<[number, number], { id: number | null }>(
    'SELECT max(id) AS id FROM (SELECT id FROM items WHERE id > ? ORDER BY id LIMIT ?)',
  )
  const missing = connection.prepare<[ItemRange], Mark>(
    `SELECT * FROM (${expectedMarks}) AS expected WHERE NOT EXISTS (
       SELECT 1 FROM item_marks
       WHERE item_marks.kind = expected.kind AND item_marks.value = expected.value
         AND item_marks.item_id = expected.item_id)`,
  )
  // Who took a decision back leaves nobody who decided.
  const miscounted = connection.prepare<[ItemRange], { id: number }>(
    `SELECT items.id FROM items LEFT JOIN item_decisions ON item_decisions.item_id = items.id
     WHERE ${inRange('items.id')} AND (
       decided_by IS NOT (
         SELECT iif(kind IN ('item.undone', 'item.reopened'), NULL, actor) FROM audit_events
         WHERE item_id = items.id AND (kind IN ('item.undone', 'item.reopened')
           OR (actor <> 'engine' AND kind IN ('item.approved', 'item.rejected', 'item.rescan_requested')))
         ORDER BY seq DESC LIMIT 1)
       OR (coalesce(held, 0) = 0 AND (state IN ${heldStates}
         OR ${wasHeld(`AND kind IN ('item.identified', 'item.corrected', 'attempt.settled')`)}))
       OR (held = 1 AND erased_at_ms IS NULL AND state NOT IN ${heldStates} AND NOT ${wasHeld('')}))`,
  )
  let after = 0
  for (;;) {
    const upTo = await readStep(connection, () => {
      const last = lastOf.get(after, itemsAtATime)?.id ?? null
      if (last === null) return null
      const range = { after, upTo: last }
      for (const mark of missing.all(range)) report(markFault(mark))
      for (const { id: itemId } of miscounted.all(range)) {
        report({ seq: null, itemId, ...say('item_miscounted', { itemId }) })
      }
      return last
    })
    if (upTo === null) return
    after = upTo
    // Items may come in meanwhile.
    progress(Math.min(upTo / newestId, 1))
    await new Promise(setImmediate)
  }
}

/** Finds what nothing tells of: operators who did nothing with an item, findings that it does not have. */
async function verifyMarks(connection: Connection, report: (fault: LedgerFault) => void): Promise<void> {
  const next = connection.prepare<[Mark & { readonly limit: number }], Mark & { readonly told: 0 | 1 }>(
    `SELECT *, iif(kind = 'operator',
       EXISTS (SELECT 1 FROM audit_events
         WHERE item_id = item_marks.item_id AND actor = item_marks.value COLLATE NOCASE),
       EXISTS (SELECT 1 FROM items, json_each(${jsonOf('items.findings')}) AS each
         WHERE items.id = item_marks.item_id AND each.value ->> '$.code' = item_marks.value COLLATE NOCASE)) AS told
     FROM item_marks
     WHERE kind = @kind AND (value, item_id) > (@value, @item_id) ORDER BY value, item_id LIMIT @limit`,
  )
  for (const kind of ['operator', 'finding']) {
    let last: Mark = { kind, value: '', item_id: 0 }
    for (;;) {
      const { value, item_id } = last
      const marks = await readStep(connection, () => next.all({ kind, value, item_id, limit: marksAtATime }))
      for (const mark of marks) if (mark.told === 0) report(markFault(mark))
      const end = marks.at(-1)
      if (end === undefined) break
      last = end
      await new Promise(setImmediate)
    }
  }
}

function markFault({ kind, value, item_id: itemId }: Mark): LedgerFault {
  return { seq: null, itemId, ...say('search_misleads', { itemId, kind, value }) }
}
