import { join } from 'node:path'
import { IntrayError } from '../shared/error-codes.ts'
import { finding } from '../shared/finding-codes.ts'
import type { FolderSettings, IntakeSettings } from '../shared/settings.ts'
import type { FolderStatus } from '../shared/status.ts'
import type { BlankLooks } from './blank-looks.ts'
import type { Identifier, InspectedFile, SettledFile } from './identification.ts'
import type { ReadSide } from './identify/indexing/side-words.ts'
import { createIndexDesk } from './index-desk.ts'
import type { IdentifiedFile } from './ledger/identification-steps.ts'
import type { Ledger } from './ledger/ledger.ts'
import { describeListing, isGone, markMoves } from './listed-files.ts'
import type { Log } from './log.ts'
import type { ReadingAgain } from './reading-again.ts'
import type { RescanSlips } from './rescan-slips.ts'
import { systemClock, systemTimers } from './time/clock.ts'
import type { ComparisonResult } from './watch/comparison-result.ts'
import { lookAtFile } from './watch/entry-look.ts'
import { startFolderWatch } from './watch/folder-watch.ts'
import type { BatchOrigin } from './watch/folder-watch.ts'
import type { ListedBatch } from './watch/listed-entry.ts'
import { createSettler } from './watch/settler.ts'

export interface FolderIntakeOptions {
  readonly folder: FolderSettings
  readonly intake: IntakeSettings
  readonly ledger: Ledger
  readonly identifier: Identifier
  readonly log: Log
  /** False for a single run: one comparison and no events. */
  readonly watch: boolean
  now(): number
  readonly readingAgain: Pick<ReadingAgain, 'readItems'>
  readonly slips: Pick<RescanSlips, 'remove'>
  /** Absent where nothing can decode pictures. */
  readonly blankLooks?: BlankLooks | undefined
  /** What a word for a side of a document means in an index file. */
  readonly readSide: ReadSide
  onItemsChanged(itemIds: readonly number[]): void
  /** Files have become items, with values or without. */
  onIdentified(files: readonly IdentifiedFile[]): void
  onStatusChanged(): void
}

export interface FolderIntake {
  readonly folder: FolderSettings
  /** The comparison with which the intake began. Never rejects. */
  readonly firstComparison: Promise<ComparisonResult>
  /** A full comparison of the folder with the ledger. Never rejects. */
  compareNow(): Promise<ComparisonResult>
  /** Resolves when every file that was found has been looked into. */
  idle(): Promise<void>
  /** Says so of index rows whose scans did not come in time. */
  lookAtIndexes(): Promise<void>
  /** Files that wait to be quiet or are being looked into. */
  backlog(): number
  status(): Omit<FolderStatus, 'counts'>
  stop(): Promise<void>
}

/** The way of files from one watched folder into the ledger. */
export async function startFolderIntake(options: FolderIntakeOptions): Promise<FolderIntake> {
  const { folder, ledger, log, now } = options
  const locate = (path: string): string => join(folder.path, ...path.split('/'))
  /** The files of the comparison that is running. */
  let listed = new Set<string>()
  let unaccounted = 0
  await ledger.recordFolder(folder.id, folder.path)
  const indexes = createIndexDesk({
    folder,
    ledger,
    readingAgain: options.readingAgain,
    readSide: options.readSide,
    locate,
    now,
    onItemsChanged: (itemIds) => {
      options.onItemsChanged(itemIds)
    },
  })

  const settler = createSettler({
    quietMs: () => options.intake.quietMs,
    clock: systemClock,
    timers: systemTimers,
    stat: (path) => lookAtFile(folder.path, path),
    onSettled: lookInto,
    onVanished: recordGone,
    async onStillChanging(batch) {
      const paths = batch.map(({ file }) => file.path)
      options.onItemsChanged(await ledger.recordStillChanging(folder.id, paths, now()))
    },
    onFailure: noteUnexpected,
  })

  const watch = startFolderWatch({
    folder,
    comparisonIntervalMs: options.intake.comparisonIntervalMs,
    clock: systemClock,
    timers: systemTimers,
    useEvents: options.watch,
    onBatch: recordListing,
    onComparisonDone: finishComparison,
    onHealth: () => {
      options.onStatusChanged()
    },
    onUnexpected: noteUnexpected,
  })
  // Asked for before the watch takes its first turn, so it is the comparison that runs at the start anyway.
  const firstComparison = watch.compareNow()

  function noteUnexpected(error: unknown): void {
    if (error instanceof IntrayError) log.warn('intake_failed', { folder: folder.id, code: error.code })
    else log.error('intake_failed', error, { folder: folder.id })
  }

  async function recordListing(batch: ListedBatch, origin: BatchOrigin): Promise<void> {
    const files = describeListing(batch, options.intake.ignore)
    if (origin === 'comparison') for (const file of files) listed.add(file.path)
    const outcome = await ledger.recordListed(
      folder.id,
      await markMoves(ledger, folder.id, files, locate),
      now(),
    )
    options.onItemsChanged(outcome.changedItemIds)
    for (const file of outcome.toSettle) settler.offer(file)
    if (batch.gone.length > 0) await recordGoneBelow(batch.gone)
    options.onStatusChanged()
  }

  async function recordGone(paths: readonly string[]): Promise<void> {
    const gone: string[] = []
    for (const path of paths) if (await isGone(locate(path))) gone.push(path)
    if (gone.length === 0) return
    options.onItemsChanged(await ledger.recordMissing(folder.id, gone, now()))
  }

  async function recordGoneBelow(paths: readonly string[]): Promise<void> {
    for (const path of paths) await recordGone(await ledger.waitingPaths(folder.id, path))
  }

  async function finishComparison(result: ComparisonResult): Promise<void> {
    const found = listed
    listed = new Set()
    log.info('folder_compared', {
      folder: folder.id,
      files: result.fileCount,
      complete: result.complete,
      durationMs: Math.round(result.durationMs),
    })
    if (!result.complete) return
    unaccounted = await countUnaccounted([...found])
    if (await isSuspiciouslyEmpty(result)) return
    await indexes.forgetAbsent(found)
    await indexes.readAfterChange(inspectIndex)
    const waiting = await ledger.waitingPaths(folder.id)
    await recordGone(waiting.filter((path) => !found.has(path)))
  }

  /** A file that was renamed while the comparison ran is at another path by now, and accounted for there. */
  async function countUnaccounted(paths: readonly string[]): Promise<number> {
    let count = 0
    for (const path of await ledger.unaccountedPaths(folder.id, paths)) {
      if (!(await isGone(locate(path)))) count += 1
    }
    return count
  }

  /** A share that is not mounted looks like an empty folder on another device: that proves nothing. */
  async function isSuspiciouslyEmpty(result: ComparisonResult): Promise<boolean> {
    const fact = `folder_device:${folder.id}`
    const device = result.rootKey?.split(':')[0] ?? ''
    const before = await ledger.readFact(fact)
    if (before !== null && before !== device && result.fileCount === 0) return true
    if (before !== device) await ledger.writeFact(fact, device)
    return false
  }

  async function lookInto(files: readonly SettledFile[]): Promise<void> {
    // Where a person sees every scan, nobody waits for pictures to be decoded.
    const measure = folder.policy !== 'review_everything'
    const looks = await options.identifier.inspect(files, locate, measure)
    const inspected: InspectedFile[] = []
    for (const look of looks) {
      if (look.kind === 'inspected') inspected.push(look.file)
      else await recordFailedLook(look.path, look.error, files)
    }
    inspected.sort((one, other) => (one.path < other.path ? -1 : 1))
    // Rows first, so that scans which came together with their index find them.
    for (const file of inspected) if (indexes.isIndex(file.path)) await readIndex(file)
    const scans = inspected.filter((file) => !indexes.isIndex(file.path))
    await recordInspected(scans)
    if (!measure) options.blankLooks?.want(folder, scans, locate)
    options.onStatusChanged()
  }

  /** Files with the same content go one after the other, so that each sees the one before it as a duplicate. */
  async function recordInspected(files: readonly InspectedFile[]): Promise<void> {
    let rest = files
    while (rest.length > 0) {
      const contents = new Set<string>()
      const first: InspectedFile[] = []
      const later: InspectedFile[] = []
      for (const file of rest) {
        if (contents.has(file.inspection.sha256)) later.push(file)
        else first.push(file)
        contents.add(file.inspection.sha256)
      }
      const identified = await options.identifier.identify(folder, first)
      options.onItemsChanged(await ledger.recordIdentified(folder.id, identified, now()))
      await removeSlips(identified)
      options.onIdentified(identified)
      rest = later
    }
  }

  async function inspectIndex(path: string): Promise<InspectedFile | null> {
    const file = await lookAtFile(folder.path, path).catch(() => null)
    if (file === null) return null
    const [look] = await options.identifier.inspect([file], locate, false)
    return look?.kind === 'inspected' ? look.file : null
  }

  /** An index file that changes or vanishes while it is read comes again by itself. */
  async function readIndex(file: InspectedFile): Promise<void> {
    try {
      await indexes.read(file)
    } catch (error) {
      if (!isSystemError(error)) throw error
      const failure = new IntrayError('file_unreadable', error.code, { cause: error })
      await recordFailedLook(file.path, failure, [file])
    }
  }

  /** The new scan is here: the slip that asked for it has done its work. */
  async function removeSlips(files: readonly IdentifiedFile[]): Promise<void> {
    for (const { rescanOf } of files) {
      if (rescanOf === null) continue
      const { rescanSlip } = await ledger.getItem(rescanOf)
      if (rescanSlip !== null) await options.slips.remove(folder.id, rescanSlip)
    }
  }

  async function recordFailedLook(
    path: string,
    error: IntrayError,
    files: readonly SettledFile[],
  ): Promise<void> {
    if (error.code === 'file_missing') return recordGone([path])
    if (error.code === 'content_changed') {
      const file = files.find((one) => one.path === path)
      const present = await lookAtFile(folder.path, path).catch(() => file ?? null)
      if (present !== null) settler.offer(present)
      return
    }
    const evidence = `The system says ${error.detail}.`
    options.onItemsChanged(
      await ledger.recordUnreadable(folder.id, path, finding('unreadable', evidence), now()),
    )
  }

  return {
    folder,
    firstComparison,
    compareNow: () => watch.compareNow(),
    idle: () => settler.idle(),
    backlog: () => settler.pending(),
    lookAtIndexes: () => indexes.lookAtWaits(),
    status() {
      const health = watch.health()
      return {
        id: folder.id,
        path: folder.path,
        failure: health.failure,
        delivery: health.delivery,
        lastComparisonAtMs: health.lastComparisonAtMs,
        lastComparisonDurationMs: health.lastComparisonDurationMs,
        unaccounted,
      }
    },
    async stop() {
      await watch.stop()
      await settler.stop()
    },
  }
}

function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}
