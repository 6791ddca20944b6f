import { isDeepStrictEqual } from 'node:util'
import type { LedgerFault, VerifyReport } from '../../shared/ledger-proof.ts'
import { say } from '../../shared/sentences/say.ts'
import type { Sentence } from '../../shared/sentences/told.ts'
import { chainHash, genesisHash, sha256 } from './audit-chain.ts'
import { readStep } from './connection.ts'
import type { Connection } from './connection.ts'
import { createEffectVerification } from './effect-verification.ts'
import type { Report } from './effect-verification.ts'
import { identityOf, untoldIdentity } from './item-record.ts'
import type { ItemRow } from './item-record.ts'
import { itemDigest } from './row-digest.ts'
import { asObject, parseObject } from './stored-event.ts'
import type { StoredEvent } from './stored-event.ts'

/** Faults beyond this number are counted as one "and more": the first ones say where to look. */
const maxFaults = 100
const chunkSize = 5_000

/**
 * Checks that nothing in the ledger was altered: the hash chain from its first event, no event missing at the
 * end, every item and settled attempt against the last event that tells of it, and the counts against the rows.
 * Reads in chunks, so that the engine goes on in between. `progress` gets the share done, 0 to 1.
 */
export async function verifyLedger(
  connection: Connection,
  now: () => number,
  progress: (share: number) => void = () => undefined,
): Promise<VerifyReport> {
  const startedAt = now()
  const faults: LedgerFault[] = []
  const report = (fault: LedgerFault): void => {
    if (faults.length < maxFaults) faults.push(fault)
    else if (faults.length === maxFaults) faults.push({ seq: null, itemId: null, ...say('more_faults') })
  }
  const total = await readStep(
    connection,
    () => countOf(connection, 'audit_events') + countOf(connection, 'items'),
  )
  const chain = await verifyChain(connection, report, (done) => {
    progress(total === 0 ? 1 : done / total)
  })
  const itemCount = await verifyItems(connection, report, (done) => {
    progress(total === 0 ? 1 : (chain.eventCount + done) / total)
  })
  await readStep(connection, () => {
    verifyTail(connection, report)
    verifyCounts(connection, report)
  })
  return { ok: faults.length === 0, ...chain, itemCount, faults, durationMs: now() - startedAt }
}

async function verifyChain(
  connection: Connection,
  report: Report,
  progress: (done: number) => void,
): Promise<{ eventCount: number; headHash: string }> {
  const next = connection.prepare<[number, number], StoredEvent>(
    'SELECT * FROM audit_events WHERE seq > ? ORDER BY seq LIMIT ?',
  )
  const effects = createEffectVerification(connection, report)
  let previousHash = genesisHash
  let lastSeq = 0
  let eventCount = 0
  for (;;) {
    const events = await readStep(connection, () => next.all(lastSeq, chunkSize))
    if (events.length === 0) {
      await readStep(connection, effects.finish)
      return { eventCount, headHash: previousHash }
    }
    for (const event of events) {
      const place = { seq: event.seq, itemId: event.item_id }
      if (event.seq !== lastSeq + 1) {
        report({ ...place, ...say('events_missing', { fromSeq: lastSeq + 1, toSeq: event.seq - 1 }) })
      }
      if (event.erased !== 1 && sha256(event.data) !== event.data_hash) {
        report({ ...place, ...say('event_data_altered', { seq: event.seq }) })
      }
      const fields = { ...event, atMs: event.at_ms, itemId: event.item_id, dataHash: event.data_hash }
      if (chainHash(previousHash, fields) !== event.hash) {
        report({ ...place, ...say('event_unchained', { seq: event.seq }) })
      }
      effects.verify(event)
      previousHash = event.hash
      lastSeq = event.seq
    }
    eventCount += events.length
    progress(eventCount)
    await new Promise(setImmediate)
  }
}

async function verifyItems(
  connection: Connection,
  report: Report,
  progress: (done: number) => void,
): Promise<number> {
  // The newest event of each item tells its whole state; both are read in one snapshot.
  const next = connection.prepare<[number, number], ItemRow & { last_data: string | null }>(
    `SELECT items.*, (SELECT data FROM audit_events WHERE item_id = items.id ORDER BY seq DESC LIMIT 1) AS last_data
     FROM items WHERE id > ? ORDER BY id LIMIT ?`,
  )
  let lastId = 0
  let count = 0
  for (;;) {
    const rows = await readStep(connection, () => next.all(lastId, chunkSize))
    if (rows.length === 0) return count
    for (const row of rows) {
      const difference =
        row.last_data === null
          ? say('item_untold', { itemId: row.id })
          : differenceOf(row, parseObject(row.last_data))
      if (difference !== null) report({ seq: null, itemId: row.id, ...difference })
      lastId = row.id
    }
    count += rows.length
    progress(count)
    await new Promise(setImmediate)
  }
}

function differenceOf(row: ItemRow, told: Record<string, unknown>): Sentence | null {
  const item: Record<string, unknown> = { ...untoldIdentity, ...asObject(told['item']) }
  const altered = Object.entries({ ...untoldIdentity, ...presentIdentity(row) }).filter(
    ([name, value]) => !isDeepStrictEqual(item[name], value),
  )
  if (altered.length === 0) {
    // Events of an earlier version do not tell the digest of the row.
    const same = told['row'] === undefined || told['row'] === itemDigest(row)
    return same ? null : say('item_differs_by_digest', { itemId: row.id })
  }
  return say('item_differs', { itemId: row.id, keys: altered.map(([name]) => name) })
}

function presentIdentity(row: ItemRow): ReturnType<typeof identityOf> {
  try {
    return identityOf(row)
  } catch {
    // Values that are no JSON any more: they are held against the chain as the text that they are.
    return {
      ...identityOf({ ...row, fields: '{}', repair: null }),
      fields: row.fields,
      ...(row.repair === null ? {} : { repair: row.repair }),
    }
  }
}

/** SQLite remembers the highest number it ever gave: a chain that ends earlier was cut. */
function verifyTail(connection: Connection, report: Report): void {
  const given = connection
    .prepare<[], { seq: number }>(`SELECT seq FROM sqlite_sequence WHERE name = 'audit_events'`)
    .get()?.seq
  const last = connection
    .prepare<[], { seq: number | null }>('SELECT max(seq) AS seq FROM audit_events')
    .get()?.seq
  if ((given ?? 0) > (last ?? 0)) {
    report({ seq: last ?? 0, itemId: null, ...say('events_removed_after', { seq: last ?? 0 }) })
  }
}

function verifyCounts(connection: Connection, report: Report): void {
  const wrong = connection
    .prepare<[], { folder_id: string; state: string }>(
      `SELECT folder_id, state FROM (
         SELECT folder_id, state, count FROM item_counts WHERE count <> 0
         UNION ALL SELECT folder_id, state, -count(*) FROM items GROUP BY folder_id, state)
       GROUP BY folder_id, state HAVING sum(count) <> 0`,
    )
    .all()
  for (const { folder_id: folderId, state } of wrong) {
    report({ seq: null, itemId: null, ...say('count_wrong', { state, name: folderId }) })
  }
}

function countOf(connection: Connection, table: 'audit_events' | 'items'): number {
  return connection.prepare<[], { count: number }>(`SELECT count(*) AS count FROM ${table}`).get()?.count ?? 0
}
