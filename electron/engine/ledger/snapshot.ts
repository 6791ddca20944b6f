import { openConnection } from './connection.ts'
import type { Connection, ConnectionOptions } from './connection.ts'
import { provideWordSearch } from './search-words.ts'

/** One moment of a ledger, however long it is read and whatever is written meanwhile. */
export interface Snapshot {
  readonly connection: Connection
  /** Ends it. Until then the ledger's journal cannot be cut. */
  close(): void
}

/** Opens a snapshot on a connection of its own. `tables` are temporary ones to work with, as SQL. */
export function openSnapshot(file: string, options: ConnectionOptions, tables = ''): Snapshot {
  const connection = openConnection(file, { ...options, readonly: true })
  try {
    provideWordSearch(connection)
    connection.exec(tables)
    connection.exec('BEGIN DEFERRED')
    // A transaction sees the moment of its first reading.
    connection.prepare('SELECT max(seq) FROM audit_events').get()
  } catch (error) {
    connection.close()
    throw error
  }
  return {
    connection,
    close() {
      connection.close()
    },
  }
}
