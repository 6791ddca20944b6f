import Database from 'better-sqlite3'
import { z } from 'zod'
import { followFileOperations } from './file-operations.ts'
import { followLedgerWrites } from './ledger-writes.ts'
import { handleTorture } from './torture-calls.ts'

// Loaded before the engine: lets operations on the ledger and on files fail as a disk does. Asked again, it says how
// many operations the fault before has struck.
const faultSchema = z.object({
  where: z.enum(['ledger', 'files']),
  code: z.enum(['ENOSPC', 'EIO', 'EACCES', 'EROFS']),
  nth: z.int().min(1).nullable(),
  below: z.string(),
})

/** What SQLite says when the system says this. */
const sqliteCodes = {
  ENOSPC: 'SQLITE_FULL',
  EIO: 'SQLITE_IOERR_WRITE',
  EACCES: 'SQLITE_CANTOPEN',
  EROFS: 'SQLITE_READONLY',
} as const

let fault: z.infer<typeof faultSchema> | null = null
let fitting = 0
let struck = 0

function strikes(where: 'ledger' | 'files'): boolean {
  if (fault?.where !== where) return false
  fitting += 1
  if (fault.nth !== null && fault.nth !== fitting) return false
  struck += 1
  return true
}

function failLedger(): void {
  if (fault === null || !strikes('ledger')) return
  throw new Database.SqliteError(`injected ${fault.code}`, sqliteCodes[fault.code])
}

handleTorture('torture.breakDisk', (input) => {
  ;({ fault } = z.object({ fault: faultSchema.nullable() }).parse(input))
  const before = struck
  fitting = 0
  struck = 0
  return before
})
followLedgerWrites({ beforeWrite: failLedger, beforeCommit: failLedger, afterCommit: () => undefined })
followFileOperations({
  before(operation, path) {
    if (fault?.where !== 'files' || !path.startsWith(fault.below) || !strikes('files')) return
    const words = `${fault.code}: injected, ${operation} '${path}'`
    throw Object.assign(new Error(words), { code: fault.code, syscall: operation, path })
  },
  after: () => undefined,
})
