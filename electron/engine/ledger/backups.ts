import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { IntrayError } from '../../shared/error-codes.ts'
import type { LedgerBackup } from '../../shared/records.ts'
import { say } from '../../shared/sentences/say.ts'
import { copyDatabase, readStep, sealCopy, withLedgerErrors } from './connection.ts'
import type { Connection, ConnectionOptions } from './connection.ts'
import { renameDurably, syncFolder } from './durable-file.ts'
import type { Examine } from './examination.ts'

export interface Backups {
  /**
   * Copies the ledger into its backups folder while work goes on. The copy gets its name only after it proved itself
   * whole, pages and history. Throws IntrayError, `disk_full` before anything is written where there is no room.
   */
  backUp(): Promise<LedgerBackup>
  /** The newest first, those made before a migration among them. */
  listBackups(): Promise<LedgerBackup[]>
  /** Removes the oldest daily backups beyond this number. Those made before a migration stay. */
  pruneBackups(kept: number): Promise<void>
}

const draftEnding = '.draft'
/** What must stay free beside the copy itself, for the work that goes on. */
const spareBytes = 16 * 1024 * 1024

export function createBackups(
  connection: Connection,
  file: string,
  examine: Examine,
  options: ConnectionOptions & { readonly now: () => number },
): Backups {
  let running: Promise<LedgerBackup> | null = null

  const make = async (): Promise<LedgerBackup> => {
    const folder = backupFolder(file)
    withLedgerErrors(() => mkdirSync(folder, { recursive: true, mode: 0o700 }))
    removeDrafts(folder)
    await requireRoom(folder, 2 * sizeOf(file) + sizeOf(`${file}-wal`))
    const madeAtMs = options.now()
    const name = `ledger-${stampOf(madeAtMs)}.sqlite3`
    const draft = join(folder, `${name}${draftEnding}`)
    try {
      const headBefore = await readStep(connection, () => headSeqOf(connection))
      await copyDatabase(connection, draft)
      sealCopy(draft, options)
      // A copy that is not whole, or older than the ledger was when it was begun, is worse than none.
      await examine({ file: draft, nativeBinding: options.nativeBinding, leastHeadSeq: headBefore })
      renameDurably(draft, join(folder, name))
    } catch (error) {
      removeDrafts(folder)
      throw error
    }
    return { name, madeAtMs, sizeBytes: sizeOf(join(folder, name)), kind: 'daily' }
  }

  return {
    backUp() {
      running ??= make().finally(() => {
        running = null
      })
      return running
    },
    listBackups: async () => listBackupFiles(file),
    pruneBackups(kept) {
      const folder = backupFolder(file)
      const daily = listBackupFiles(file).filter(({ kind }) => kind === 'daily')
      for (const { name } of daily.slice(kept)) rmSync(join(folder, name), { force: true })
      if (daily.length > kept) syncFolder(folder)
      return Promise.resolve()
    },
  }
}

/** Where the backups of a ledger lie. */
export function backupFolder(ledgerFile: string): string {
  return join(dirname(ledgerFile), 'backups')
}

/** `ledger-2026-11-23T041500.123.sqlite3`; those before a migration name the version that they hold. */
const backupName =
  /^ledger-(?<version>v\d+-)?(?<day>\d{4}-\d{2}-\d{2})T(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})(?<fraction>\.\d{3})?\.sqlite3$/

/** The backups beside a ledger, the newest first. A folder that is not there holds none; one that cannot be read throws. */
export function listBackupFiles(ledgerFile: string): LedgerBackup[] {
  const folder = backupFolder(ledgerFile)
  return namesIn(folder)
    .flatMap((name): LedgerBackup[] => {
      const parts = backupName.exec(name)?.groups
      if (parts === undefined) return []
      const { version, day, hour, minute, second, fraction = '' } = parts
      const madeAtMs = Date.parse(
        `${String(day)}T${String(hour)}:${String(minute)}:${String(second)}${fraction}Z`,
      )
      const sizeBytes = sizeOf(join(folder, name))
      return [{ name, madeAtMs, sizeBytes, kind: version === undefined ? 'daily' : 'migration' }]
    })
    .sort((one, other) => other.madeAtMs - one.madeAtMs)
}

/** A moment as a file name can hold it, in UTC. */
export function stampOf(atMs: number): string {
  return new Date(atMs).toISOString().replaceAll(':', '').replace('Z', '')
}

/** Throws `disk_full` where a folder's disk has less room than needed. */
async function requireRoom(folder: string, neededBytes: number): Promise<void> {
  const free = await freeBytesAt(folder)
  if (free === null || free >= neededBytes + spareBytes) return
  throw new IntrayError('disk_full', say('backup_needs_room', { sizeBytes: neededBytes, freeBytes: free }))
}

/** What this user may still write on the disk of a folder; null where the system does not say. */
export async function freeBytesAt(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return null
  }
}

/** The number of the last event. */
export function headSeqOf(connection: Connection): number {
  return (
    connection.prepare<[], { seq: number | null }>('SELECT max(seq) AS seq FROM audit_events').get()?.seq ?? 0
  )
}

function removeDrafts(folder: string): void {
  for (const name of namesIn(folder)) {
    if (name.includes(draftEnding)) rmSync(join(folder, name), { force: true })
  }
}

function namesIn(folder: string): string[] {
  try {
    return withLedgerErrors(() => readdirSync(folder))
  } catch (error) {
    // Only what is not there is empty: backups that cannot be read must not be taken for none.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
