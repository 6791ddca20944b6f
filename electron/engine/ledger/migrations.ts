import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { IntrayError } from '../../shared/error-codes.ts'
import { say } from '../../shared/sentences/say.ts'
import { transact } from './connection.ts'
import type { Connection } from './connection.ts'
import { schema1 } from './schema-1.ts'
import { schema2 } from './schema-2.ts'
import { schema3 } from './schema-3.ts'
import { schema4 } from './schema-4.ts'

/** Migration n brings the ledger from `user_version` n to n + 1. */
const migrations: readonly string[] = [schema1, schema2, schema3, schema4]

/** The version of the ledgers that this program reads and writes. */
export const ledgerVersion = migrations.length

/**
 * Brings a ledger to this program's version. A ledger that already holds data is copied to `backups/` first.
 * `steps` are the migrations to know; tests give more. Throws `ledger_from_future` for one that a newer Intray wrote, and changes nothing then.
 */
export function migrate(connection: Connection, file: string, nowMs: number, steps = migrations): void {
  const version = versionOf(connection)
  if (version === steps.length) return
  if (version > 0) backUpBeforeMigration(connection, file, version, nowMs)
  for (const [from, sql] of steps.entries()) {
    if (from < version) continue
    transact(connection, () => {
      // Another process may have migrated between the look above and the lock.
      if (versionOf(connection) !== from) return
      connection.exec(sql)
      connection.pragma(`user_version = ${String(from + 1)}`)
    })
  }
}

/** The version of the ledger; throws `ledger_from_future` when this program is too old to read it. */
export function versionOf(connection: Connection): number {
  const version = Number(connection.pragma('user_version', { simple: true }))
  if (version > ledgerVersion) {
    throw new IntrayError('ledger_from_future', say('ledger_newer', { version, newest: ledgerVersion }))
  }
  return version
}

function backUpBeforeMigration(connection: Connection, file: string, version: number, nowMs: number): void {
  const folder = join(dirname(file), 'backups')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const stamp = new Date(nowMs).toISOString().replaceAll(':', '').replace(/\..*$/, '')
  const target = join(folder, `ledger-v${String(version)}-${stamp}.sqlite3`)
  if (!existsSync(target)) connection.prepare('VACUUM INTO ?').run(target)
}
