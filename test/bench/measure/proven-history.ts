import { createHash } from 'node:crypto'
import { createAttemptSteps } from '../../../electron/engine/ledger/attempt-steps.ts'
import { createAuditChain } from '../../../electron/engine/ledger/audit-chain.ts'
import { openConnection } from '../../../electron/engine/ledger/connection.ts'
import type { Connection } from '../../../electron/engine/ledger/connection.ts'
import { createIdentificationSteps } from '../../../electron/engine/ledger/identification-steps.ts'
import { createIndexRowUses } from '../../../electron/engine/ledger/index-row-uses.ts'
import { createItemRows } from '../../../electron/engine/ledger/item-rows.ts'
import { openLedger } from '../../../electron/engine/ledger/ledger.ts'
import { createListingSteps } from '../../../electron/engine/ledger/listing-steps.ts'
import { rebuiltSearch } from '../../../electron/engine/ledger/schema-3-search.ts'
import { identifiedFile } from '../../support/ledger-steps.ts'

const itemsAtOnce = 500

/**
 * Writes a ledger of items that were sent, by the ledger's own steps, so that its chain is true. Many steps share one
 * transaction that waits for no disk, and what a search looks into is made at the end.
 */
export async function writeProvenHistory(file: string, itemCount: number, nowMs: number): Promise<void> {
  openLedger(file, { now: () => nowMs }).close()
  const connection = openConnection(file)
  try {
    connection.pragma('synchronous = OFF')
    connection.pragma('cache_size = -256000')
    const makeSearchAgain = putSearchOff(connection)
    const send = createSender(connection, nowMs)
    for (let first = 0; first < itemCount; first += itemsAtOnce) {
      connection.exec('BEGIN')
      await send(first, Math.min(itemCount, first + itemsAtOnce))
      connection.exec('COMMIT')
    }
    makeSearchAgain()
  } finally {
    connection.close()
  }
}

/** Takes files in and sends them, those with numbers from the first to before the end. */
function createSender(connection: Connection, atMs: number): (first: number, end: number) => Promise<void> {
  const rows = createItemRows(connection, createAuditChain(connection))
  const { recordFolder, recordListed } = createListingSteps(connection, rows)
  const { recordIdentified } = createIdentificationSteps(connection, rows, createIndexRowUses(connection))
  const { startAttempts, settleAttempt } = createAttemptSteps(connection, rows)

  return async (first, end) => {
    const files = Array.from({ length: end - first }, (_, index) => scanOf(first + index))
    const unsettled = files.map(({ listed }) => ({ ...listed, ignoredBecause: null, waitsBecause: null }))
    await recordFolder('inbox', '/scans')
    await recordListed('inbox', unsettled, atMs)
    const ids = await recordIdentified(
      'inbox',
      files.map(({ listed, identified }) => ({ ...listed, ...identified })),
      atMs,
    )
    const started = await startAttempts(
      ids.map((itemId) => ({
        itemId,
        revision: rows.get(itemId).revision,
        number: 1,
        url: `https://endpoint.test/entities/${itemId}/media`,
        bodyForm: 'multipart',
        sentName: `k7m2qd-${itemId}.jpg`,
      })),
      atMs,
    )
    for (const { id: attemptId } of started) {
      await settleAttempt(
        {
          attemptId,
          outcome: 'accepted',
          httpStatus: 200,
          answerCode: null,
          answerMessage: null,
          requestId: `request-${attemptId}`,
          durationMs: 200,
          to: 'uploaded',
          failure: null,
          nextAttemptAtMs: null,
          counted: true,
        },
        atMs,
      )
    }
  }
}

function scanOf(number: number) {
  const path = `station-${number % 20}/cust-${100_000 + Math.floor(number / 3)}_passport_${number}.jpg`
  const listed = { path, fileKey: `1:${number}`, sizeBytes: 250_000, modifiedAtMs: 1_000 }
  const identified = identifiedFile(path, {
    ...listed,
    sha256: createHash('sha256').update(path).digest('hex'),
    entityId: `cust-${100_000 + Math.floor(number / 3)}`,
    route: 'approved',
  })
  return { listed, identified }
}

/** Takes the triggers away that keep what a search looks into. Returns what makes all of it again. */
function putSearchOff(connection: Connection): () => void {
  const triggers = connection
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema
       WHERE type = 'trigger' AND (sql LIKE '%item_search%' OR sql LIKE '%item_marks%')`,
    )
    .all()
  for (const { name } of triggers) connection.exec(`DROP TRIGGER ${name}`)
  return () => {
    connection.transaction(() => {
      connection.exec(rebuiltSearch)
      for (const { sql } of triggers) connection.exec(sql)
    })()
  }
}
