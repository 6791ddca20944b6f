import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { IntrayError } from '../../shared/error-codes.ts'
import type { ErrorCode } from '../../shared/error-codes.ts'

export type Connection = Database.Database

export interface ConnectionOptions {
  /** A better-sqlite3 binary built for this runtime, where the shipped one does not fit. */
  readonly nativeBinding?: string | undefined
  readonly readonly?: boolean
}

/**
 * Opens a SQLite file for the ledger. `synchronous=FULL` because an attempt's row must survive a power cut
 * before its first byte is sent. Throws IntrayError for a file that cannot be opened or is no database.
 */
export function openConnection(file: string, options: ConnectionOptions = {}): Connection {
  return withLedgerErrors(() => {
    const readonly = options.readonly ?? false
    // The ledger names people and documents: its folder is private to the user.
    if (!readonly) mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    const connection = new Database(file, {
      readonly,
      fileMustExist: readonly,
      timeout: 5_000,
      ...(options.nativeBinding === undefined ? {} : { nativeBinding: options.nativeBinding }),
    })
    connection.pragma('trusted_schema = OFF')
    connection.pragma('foreign_keys = ON')
    connection.pragma('cache_size = -32000')
    if (!readonly) {
      connection.pragma('journal_mode = WAL')
      connection.pragma('synchronous = FULL')
      // What a row held before a change must not stay in its page: erasure later could not find it any more.
      connection.pragma('secure_delete = ON')
    }
    return connection
  })
}

/** A connection that nobody refers to is closed by the garbage collector, and its lock would be gone. */
const held = new Set<Database.Database>()

/**
 * Opens a file of its own and holds SQLite's exclusive lock on it until it is closed. The operating system drops
 * the lock when the process ends, however it ends. Throws `ledger_locked` at once when somebody else holds it.
 */
export function holdExclusively(file: string, options: ConnectionOptions): () => void {
  return withLedgerErrors(() => {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    const { nativeBinding } = options
    const connection = new Database(file, {
      timeout: 0,
      ...(nativeBinding === undefined ? {} : { nativeBinding }),
    })
    try {
      // In the rollback journal's mode an exclusive transaction keeps every other connection out.
      connection.exec('BEGIN EXCLUSIVE')
    } catch (error) {
      connection.close()
      throw error
    }
    held.add(connection)
    return () => {
      held.delete(connection)
      connection.close()
    }
  })
}

/** Copies a database into a file, a few pages at a time, while others go on reading and writing it. */
export async function copyDatabase(connection: Connection, target: string): Promise<void> {
  try {
    await connection.backup(target, { progress: () => pagesPerTurn })
  } catch (error) {
    withLedgerErrors(() => {
      throw error
    })
  }
}

/** 2 MB: a millisecond or two of the engine's time. */
const pagesPerTurn = 512

/** Makes one file of a copy that nobody has open: no journal beside it is needed to read it. */
export function sealCopy(file: string, { nativeBinding }: ConnectionOptions): void {
  withLedgerErrors(() => {
    const connection = new Database(file, nativeBinding === undefined ? {} : { nativeBinding })
    try {
      connection.pragma('journal_mode = DELETE')
    } finally {
      connection.close()
    }
  })
}

/** Writes the smallest change there is, on a connection of its own. Throws as every write does. */
export function tryWriting(file: string, { nativeBinding }: ConnectionOptions): void {
  withLedgerErrors(() => {
    const connection = new Database(file, {
      fileMustExist: true,
      timeout: 100,
      ...(nativeBinding === undefined ? {} : { nativeBinding }),
    })
    try {
      connection.pragma('synchronous = FULL')
      connection.exec(
        `BEGIN IMMEDIATE;
         INSERT INTO ledger_facts VALUES ('written', '') ON CONFLICT DO UPDATE SET value = excluded.value;
         COMMIT`,
      )
    } finally {
      connection.close()
    }
  })
}

const failureListeners = new WeakMap<Connection, (error: IntrayError) => void>()

/** Tells of every step that the ledger could not do: a full disk, a lock, damage. */
export function onLedgerFailure(connection: Connection, listener: (error: IntrayError) => void): void {
  failureListeners.set(connection, listener)
}

function telling<Result>(connection: Connection, step: () => Result): Result {
  try {
    return withLedgerErrors(step)
  } catch (error) {
    if (error instanceof IntrayError && ledgerFailures.has(error.code)) {
      failureListeners.get(connection)?.(error)
    }
    throw error
  }
}

const ledgerFailures: ReadonlySet<ErrorCode> = new Set([
  'disk_full',
  'ledger_damaged',
  'ledger_locked',
  'ledger_unwritable',
])

/** Runs a step as one transaction that takes the write lock first, so that two processes cannot interleave. */
export function transact<Result>(connection: Connection, step: () => Result): Result {
  return telling(connection, () => connection.transaction(step).immediate())
}

/** As `transact`, for the ledger's public functions: they are promises, so that a shared ledger can stand behind. */
export function writeStep<Result>(connection: Connection, step: () => Result): Promise<Result> {
  return new Promise((resolve) => {
    resolve(transact(connection, step))
  })
}

/** Runs a step that only reads, in one snapshot. */
export function readStep<Result>(connection: Connection, step: () => Result): Promise<Result> {
  return new Promise((resolve) => {
    resolve(telling(connection, () => connection.transaction(step).deferred()))
  })
}

/** Turns SQLite's errors into codes that have words for a person. Other errors pass unchanged. */
export function withLedgerErrors<Result>(step: () => Result): Result {
  try {
    return step()
  } catch (error) {
    const code = error instanceof Error ? ledgerErrorCode(error) : undefined
    if (code === undefined) throw error
    throw new IntrayError(code, sqliteCode(error), { cause: error })
  }
}

function ledgerErrorCode(error: Error): ErrorCode | undefined {
  const code = sqliteCode(error)
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC') return 'disk_full'
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return 'ledger_damaged'
  if (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED') return 'ledger_locked'
  if (
    /^SQLITE_(READONLY|CANTOPEN|IOERR|PERM)/.test(code) ||
    /^(EACCES|EPERM|EROFS|EEXIST|ENOTDIR)$/.test(code)
  ) {
    return 'ledger_unwritable'
  }
  return undefined
}

function sqliteCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
