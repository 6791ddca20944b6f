import { statfs } from 'node:fs/promises'
import { IntrayError, toFailure } from '../../../shared/error-codes.ts'
import type { AccountDay, IgnoredReason } from '../../../shared/records.ts'
import type { AfterUpload, FolderSettings } from '../../../shared/settings/folder.ts'
import { archiveExclusion } from '../../archive-exclusion.ts'
import { keepsArchive } from '../../kept-archive.ts'
import { describeListing } from '../../listed-files.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { ReportedFolder } from '../../status-file.ts'
import { listFolder } from '../../watch/listing.ts'
import { sumOfDays, unaccountedOf } from './folder-account.ts'

/** One folder: how it is, and what became of its files. */
export interface FolderReport extends ReportedFolder {
  readonly isWatched: boolean
  readonly afterUpload: AfterUpload
  /** Files on disk that a running Intray would take in; null while one runs, which does that by itself. */
  readonly notSeenYet: number | null
  /** Why uploaded files still lie where they were, as far as that is known without an engine. */
  readonly afterUploadWords: string | null
  readonly days: readonly AccountDay[]
  readonly ignored: readonly IgnoredReason[]
  /** Files that were seen and are in no part of the account, and files on disk without a row. 0, or a defect. */
  readonly unaccountedTotal: number
}

type Health = Pick<FolderReport, 'isWatched' | 'afterUpload' | 'notSeenYet' | 'afterUploadWords'> &
  ReportedFolder

/** Joins how a folder is with what the ledger says became of its files. */
export async function withAccount(ledger: Ledger, health: Health, days: number): Promise<FolderReport> {
  const account = await ledger.account(health.id, days)
  return {
    ...health,
    ...account,
    unaccountedTotal: unaccountedOf(sumOfDays(account.days)) + health.unaccounted,
  }
}

const unknown = {
  failure: null,
  delivery: 'comparison_only',
  deliveryWords: '',
  lastEventAtMs: null,
  reachableSinceMs: null,
  backlog: 0,
  freeBytes: null,
  lastComparisonAtMs: null,
  lastComparisonDurationMs: null,
  unaccounted: 0,
  notSeenYet: null,
  afterUploadWords: null,
} as const

/** A folder of the ledger that is watched no more. */
export function formerFolder(id: string, path: string): Health {
  return { ...unknown, id, path, isWatched: false, afterUpload: 'leave' }
}

/** A watched folder, as the engine at work reports it. */
export function reportedFolder(reported: ReportedFolder, folder: FolderSettings | undefined): Health {
  return {
    ...reported,
    isWatched: true,
    afterUpload: folder?.afterUpload ?? 'leave',
    notSeenYet: null,
    afterUploadWords: null,
  }
}

/** A watched folder that no engine is at work on: looked at here, and nothing is written. */
export async function lookAtFolder(
  ledger: Ledger,
  folder: FolderSettings,
  folders: readonly FolderSettings[],
  ignore: readonly string[],
): Promise<Health> {
  const base = {
    ...unknown,
    id: folder.id,
    path: folder.path,
    isWatched: true,
    afterUpload: folder.afterUpload,
  }
  const waits = folder.afterUpload !== 'leave' && (await ledger.toArchive(1, [folder.id])).length > 0
  const afterUploadWords = waits ? waitingWords[folder.afterUpload] : null
  try {
    const notSeenYet = await countUnseen(ledger, folder, folders, ignore)
    return { ...base, notSeenYet, afterUploadWords, freeBytes: await freeBytesAt(folder.path) }
  } catch (error) {
    if (!(error instanceof IntrayError)) throw error
    return { ...base, afterUploadWords, failure: toFailure(error) }
  }
}

const waitingWords: Readonly<Record<AfterUpload, string | null>> = {
  leave: null,
  archive: 'Uploaded files wait to be moved to the archive: they are once Intray runs.',
  trash: 'Uploaded files wait for the system’s trash, which only the desktop application can use.',
}

/** Null where the system does not say. */
async function freeBytesAt(path: string): Promise<number | null> {
  return statfs(path).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => null,
  )
}

async function countUnseen(
  ledger: Ledger,
  folder: FolderSettings,
  folders: readonly FolderSettings[],
  ignore: readonly string[],
): Promise<number> {
  const readOnly = { readFact: ledger.readFact, writeFact: () => Promise.resolve() }
  const keeps = await keepsArchive(readOnly, folder)
  const isExcluded = await archiveExclusion(keeps ? { ...folder, afterUpload: 'archive' } : folder, folders)
  let count = 0
  for await (const batch of listFolder(folder.path, { recursive: folder.recursive, isExcluded })) {
    const files = describeListing(batch, ignore).filter(({ ignoredBecause }) => ignoredBecause === null)
    count += (
      await ledger.unaccountedPaths(
        folder.id,
        files.map(({ path }) => path),
      )
    ).length
  }
  return count
}
