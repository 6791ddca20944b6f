import { dirname } from 'node:path'
import { IntrayError, toFailure } from '../shared/error-codes.ts'
import type { Failure } from '../shared/error-codes.ts'
import type { LedgerBackup } from '../shared/records.ts'
import type { LedgerStatus } from '../shared/status.ts'
import { freeBytesAt } from './ledger/backups.ts'
import { isLarge } from './ledger/file-check.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Log } from './log.ts'
import type { Timers } from './time/clock.ts'

export interface LedgerCareOptions {
  readonly ledger: Pick<
    Ledger,
    'backUp' | 'listBackups' | 'pruneBackups' | 'headSeq' | 'noteHead' | 'check' | 'onFailure'
  >
  readonly ledgerFile: string
  readonly backupsKept: number
  readonly timers: Timers
  readonly log: Log
  now(): number
  /** The ledger could not do a step. */
  onFailure(failure: Failure): void
  onStatusChanged(): void
}

/** Keeps a ledger that is in use from harm, and tells how it is. */
export interface LedgerCare {
  /** Makes a backup now and removes those that are too many. */
  backUp(): Promise<LedgerBackup>
  status(): Promise<Omit<LedgerStatus, 'state' | 'restored' | 'anchorFailure'>>
  stop(): Promise<void>
}

const lookMs = 60_000
const backupAgeMs = 86_400_000
/** After so long a backup is made although work never pauses. */
const latestAgeMs = 90_000_000
/** After a failure, before the next try. */
const retryMs = 600_000

/**
 * Makes a backup a day, at a quiet moment and where something changed, and checks a large ledger in full behind the
 * engine's back. A failure of a backup is told and tried again; it stops nothing.
 */
export function startLedgerCare(options: LedgerCareOptions): LedgerCare {
  const { ledger, log, now } = options
  let failure: Failure | null = null
  let failedAtMs = -Infinity
  let headBefore = -1
  let backedUpHead: number | null = null
  let stopped = false
  let cancelTimer: (() => void) | null = null
  let running: Promise<unknown> = Promise.resolve()

  ledger.onFailure((error) => {
    if (!stopped) options.onFailure(toFailure(error))
  })

  const backUp = async (): Promise<LedgerBackup> => {
    const head = ledger.headSeq()
    const backup = await ledger.backUp()
    backedUpHead = head
    failure = null
    await ledger.pruneBackups(options.backupsKept)
    log.info('ledger_backed_up', { sizeBytes: backup.sizeBytes })
    options.onStatusChanged()
    return backup
  }

  // A clock that was set back must not put the next try off for long.
  const isSoonAfter = (atMs: number): boolean => Math.abs(now() - atMs) < retryMs

  const isDue = async (): Promise<boolean> => {
    const head = ledger.headSeq()
    const isQuiet = head === headBefore
    headBefore = head
    if (head === backedUpHead || isSoonAfter(failedAtMs)) return false
    const [last] = await ledger.listBackups()
    // A clock that was set back must not put the next backup off for long.
    const ageMs = last === undefined ? Infinity : Math.abs(now() - last.madeAtMs)
    return ageMs >= latestAgeMs || (ageMs >= backupAgeMs && isQuiet)
  }

  const look = async (): Promise<void> => {
    try {
      ledger.noteHead()
      if (await isDue()) await backUp()
    } catch (error) {
      failure = toFailure(error)
      failedAtMs = now()
      if (error instanceof IntrayError) log.warn('backup_failed', { code: error.code })
      else log.error('backup_failed', error)
      options.onStatusChanged()
    }
  }

  const schedule = (): void => {
    cancelTimer = options.timers.after(lookMs, () => {
      running = look().then(() => {
        if (!stopped) schedule()
      })
    })
  }

  /** Damage that is found reaches `onFailure` by itself where SQLite says so; what a check says is told here. */
  const checkInFull = async (): Promise<void> => {
    try {
      await ledger.check()
    } catch (error) {
      if (stopped) return
      log.error('ledger_check_failed', error)
      const found = toFailure(error)
      if (found.code === 'ledger_damaged') options.onFailure(found)
    }
  }

  if (isLarge(options.ledgerFile)) running = checkInFull()
  schedule()

  return {
    backUp,
    async status() {
      // Backups that cannot be listed are told of by the next look; everything else still shows.
      const [last] = await ledger.listBackups().catch(() => [])
      return {
        failure,
        lastBackupAtMs: last?.madeAtMs ?? null,
        freeBytes: await freeBytesAt(dirname(options.ledgerFile)),
      }
    },
    async stop() {
      stopped = true
      cancelTimer?.()
      await running
    },
  }
}
