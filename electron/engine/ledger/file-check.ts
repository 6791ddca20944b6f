import { statSync } from 'node:fs'
import { IntrayError } from '../../shared/error-codes.ts'
import { say } from '../../shared/sentences/say.ts'
import { readStep } from './connection.ts'
import type { Connection } from './connection.ts'
import { versionOf } from './migrations.ts'

/**
 * A ledger up to this size is checked in one go, well under a second. A larger one is opened at once and
 * checked behind the engine's back, so that the window does not wait for it.
 */
export const checkedAtOnceBytes = 64 * 1024 * 1024

/** Tables without which a file is no ledger, whatever its version. */
const neededTables = ['ledger_facts', 'folders', 'items', 'item_counts', 'attempts', 'audit_events']

/** Whether a ledger is too large for its start to wait for the check. */
export function isLarge(file: string): boolean {
  return statSync(file).size > checkedAtOnceBytes
}

/**
 * Looks whether SQLite finds a ledger whole: pages, indexes, the tables that must be there, rows that point to no row.
 * With `inParts` table by table, and other work in between. Throws `ledger_damaged` with what was found, and
 * `ledger_from_future`. Whether the history proves itself is another question. A thorough look, which takes several times
 * as long, also finds entries of an index that are not those of their rows.
 */
export async function checkConnection(
  connection: Connection,
  { inParts, isThorough }: { readonly inParts: boolean; readonly isThorough: boolean },
): Promise<void> {
  const look = isThorough ? 'integrity_check' : 'quick_check'
  const tables = await readStep(connection, () => {
    if (versionOf(connection) === 0) throw new IntrayError('ledger_damaged', say('ledger_empty'))
    return connection
      .prepare<[], { name: string }>(
        // Tables without pages are those of the search index.
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND (rootpage > 0 OR ${String(isThorough)})`,
      )
      .all()
      .map(({ name }) => name)
  })
  const lost = neededTables.filter((name) => !tables.includes(name))
  if (lost.length > 0) throw new IntrayError('ledger_damaged', say('ledger_tables_missing', { keys: lost }))
  if (inParts) {
    for (const table of tables) {
      await readStep(connection, () => {
        requireWhole(connection, `${look}("${table.replaceAll('"', '""')}")`)
      })
      await new Promise(setImmediate)
    }
  } else {
    await readStep(connection, () => {
      requireWhole(connection, `${look}(1)`)
    })
  }
  await readStep(connection, () => {
    requireReferences(connection)
  })
}

function requireWhole(connection: Connection, pragma: string): void {
  const words = String(connection.pragma(pragma, { simple: true }))
  if (words !== 'ok') throw new IntrayError('ledger_damaged', words.slice(0, 300))
}

/** Of attempts only: what they point to decides whether something is sent; the other tables are large and checked by the chain. */
function requireReferences(connection: Connection): void {
  const broken = connection.prepare(`SELECT 1 FROM pragma_foreign_key_check('attempts') LIMIT 1`).get()
  if (broken !== undefined) throw new IntrayError('ledger_damaged', say('attempt_without_item'))
}
