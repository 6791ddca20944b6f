import { join } from 'node:path'
import { IntrayError } from '../shared/error-codes.ts'
import type { Failure } from '../shared/error-codes.ts'
import { finding } from '../shared/finding-codes.ts'
import type { Finding } from '../shared/finding-codes.ts'
import type { FolderSettings } from '../shared/settings/folder.ts'
import type { IntakeSettings } from '../shared/settings/intake.ts'
import type { FolderStatus } from '../shared/status.ts'
import { createAbsentFiles } from './absent-files.ts'
import type { BlankLooks } from './blank-looks.ts'
import type { Identifier, InspectedFile, SettledFile } from './identification.ts'
import type { ReadSide } from './identify/indexing/side-words.ts'
import { createIndexDesk } from './index-desk.ts'
import type { IdentifiedFile } from './ledger/identification-steps.ts'
import type { ListedFile as DescribedFile } from './ledger/listing-steps.ts'
import type { Ledger } from './ledger/ledger.ts'
import { createIntakeLog } from './intake-log.ts'
import { describeListing, markMoves } from './listed-files.ts'
import type { Log } from './log.ts'
import type { ReadingAgain } from './reading-again.ts'
import type { RescanSlips } from './rescan-slips.ts'
import { systemClock, systemTimers } from './time/clock.ts'
import { neverFinished, stillChanging } from './never-finished.ts'
import { createUnfinishedFiles } from './unfinished-files.ts'
import type { ComparisonResult } from './watch/comparison-result.ts'
import { withPatience } from './watch/concurrency.ts'
import { lookAtFile } from './watch/entry-look.ts'
import { isHeldOpen } from './watch/exclusive-open.ts'
import { systemFolderReader } from './watch/folder-reader.ts'
import type { FolderReader } from './watch/folder-reader.ts'
import { startFolderWatch } from './watch/folder-watch.ts'
import type { BatchOrigin } from './watch/folder-watch.ts'
import type { ListedBatch, ListedFile } from './watch/listed-entry.ts'
import { createFreeSpace } from './watch/free-space.ts'
import { patientReader } from './watch/patient-reader.ts'
import { createSettler, unfinishedWaitMs } from './watch/settler.ts'

export interface FolderIntakeOptions {
  readonly folder: FolderSettings
  readonly intake: IntakeSettings
  readonly ledger: Ledger
  readonly identifier: Identifier
  readonly log: Log
  /** False for a single run: one comparison and no events. */
  readonly watch: boolean
  /** Paths where uploaded files are moved to: not taken, nor what lies below them. */
  isExcluded(path: string): boolean
  /** How long a file must be quiet that seems unfinished. Default: `unfinishedWaitMs`. */
  readonly secondLookMs?: ((quietMs: number) => number) | undefined
  /** The file system, as far as it is listed. Default: the system's. */
  readonly reader?: FolderReader | undefined
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

const elsewhereFailure: Failure = {
  code: 'folder_unreachable',
  detail: 'Another disk lies on this path, without the files that were here. Nothing is called missing.',
}

/** A file system that hangs must not hold up the end. */
const stopPatienceMs = 5_000

/** The way of files from one watched folder into the ledger. */
export async function startFolderIntake(options: FolderIntakeOptions): Promise<FolderIntake> {
  const { folder, ledger, now } = options
  const { intake } = options
  const log = createIntakeLog(options.log, folder.id, () => systemClock.monotonicMs())
  const reader = options.reader ?? systemFolderReader
  const patient = patientReader(reader, systemTimers)
  const locate = (path: string): string => join(folder.path, ...path.split('/'))
  /** The files of the comparison that is running. */
  let listed = new Set<string>()
  let unaccounted = 0
  let isElsewhere = false
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

  const absent = createAbsentFiles({
    folderId: folder.id,
    ledger,
    locate,
    now,
    onItemsChanged: (itemIds) => {
      options.onItemsChanged(itemIds)
    },
  })
  const unfinished = createUnfinishedFiles({
    longestMs: () => intake.neverQuietMs,
    isDoubting: () => intake.quietMs > 0,
    monotonicMs: () => systemClock.monotonicMs(),
  })
  const freeSpace = createFreeSpace(folder.path, systemClock, () => {
    options.onStatusChanged()
  })

  const settler = createSettler({
    quietMs: () => intake.quietMs,
    laterMs: () => (options.secondLookMs ?? unfinishedWaitMs)(intake.quietMs),
    isHeldOpen: (path) => isHeldOpen(locate(path)),
    clock: systemClock,
    timers: systemTimers,
    stat: look,
    onSettled: lookInto,
    onVanished: (paths) => absent.record(paths),
    async onStillChanging(batch) {
      await markStillChanging(batch.map(({ file }) => file.path))
      for (const one of batch)
        if (one.waitingForMs >= intake.neverQuietMs) await hold(one.file.path, stillChanging(one, now()))
    },
    onFailure: (thrown) => log.failed(thrown),
  })

  const watch = startFolderWatch({
    folder,
    comparisonIntervalMs: options.intake.comparisonIntervalMs,
    clock: systemClock,
    timers: systemTimers,
    useEvents: options.watch,
    reader,
    isExcluded: (path) => options.isExcluded(path),
    onBatch: recordListing,
    onComparisonDone: finishComparison,
    onHealth(health) {
      log.reached(health.failure)
      options.onStatusChanged()
    },
    onUnexpected: (thrown) => log.failed(thrown),
  })
  // Asked for before the watch takes its first turn, so it is the comparison that runs at the start anyway.
  const firstComparison = watch.compareNow()

  /** A folder that is away is not asked for each of its files. */
  async function look(path: string): Promise<ListedFile | null> {
    const { failure } = watch.health()
    if (failure?.code === 'folder_unreachable') throw new IntrayError(failure.code, failure.detail)
    return lookAtFile(folder.path, path, patient)
  }

  async function markStillChanging(paths: readonly string[]): Promise<void> {
    options.onItemsChanged(await ledger.recordStillChanging(folder.id, paths, now()))
  }

  /** Holds a file that nobody could look into, with what is wrong, until somebody can. */
  async function hold(path: string, why: Finding): Promise<void> {
    options.onItemsChanged(await ledger.recordUnreadable(folder.id, path, why, now()))
  }

  async function recordListing(batch: ListedBatch, origin: BatchOrigin): Promise<void> {
    const files = describeListing(batch, intake.ignore)
    if (origin === 'comparison') for (const file of files) listed.add(file.path)
    const marked = await markMoves(ledger, folder.id, files, locate)
    await recordFiles(marked.files)
    const reused = await Promise.all(marked.reused.map((path) => look(path)))
    await recordFiles(
      describeListing({ ...batch, files: reused.filter((file) => file !== null), others: [] }, intake.ignore),
    )
    if (batch.gone.length > 0) await absent.recordBelow(batch.gone)
    options.onStatusChanged()
  }

  async function recordFiles(files: readonly DescribedFile[]): Promise<void> {
    if (files.length === 0) return
    const outcome = await ledger.recordListed(folder.id, files, now())
    options.onItemsChanged(outcome.changedItemIds)
    for (const file of outcome.toSettle) settler.offer(file)
  }

  async function finishComparison(result: ComparisonResult): Promise<void> {
    const found = listed
    listed = new Set()
    log.compared(result)
    await holdNeverFinished()
    if (!result.complete) return
    unaccounted = await absent.countUnaccounted(found)
    isElsewhere = await absent.isElsewhere(result, found)
    log.elsewhere(isElsewhere)
    if (isElsewhere) return
    await indexes.forgetAbsent(found)
    await indexes.readAfterChange(inspectIndex)
    await absent.recordUnfound(found)
  }

  /** A name that says of a file that it is unfinished may be left behind for good. */
  async function holdNeverFinished(): Promise<void> {
    for (const { path, why } of await neverFinished(ledger, folder.id, intake.neverQuietMs, now()))
      await hold(path, why)
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
    const { certain, doubtful } = unfinished.part(inspected.filter((file) => !indexes.isIndex(file.path)))
    await lookAgainLater(doubtful)
    await recordInspected(certain)
    if (!measure) options.blankLooks?.want(folder, certain, locate)
    options.onStatusChanged()
  }

  async function lookAgainLater(files: readonly InspectedFile[]): Promise<void> {
    if (files.length === 0) return
    for (const file of files) settler.offerLater(file)
    await markStillChanging(files.map((file) => file.path))
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
    unfinished.forget(path)
    if (error.code === 'file_missing') return absent.record([path])
    if (error.code === 'content_changed') {
      const file = files.find((one) => one.path === path)
      const present = await look(path).catch(() => file ?? null)
      if (present !== null) settler.offer(present)
      return
    }
    const evidence = `The system says ${error.detail}.`
    await hold(path, finding('unreadable', evidence))
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
        failure: health.failure ?? (isElsewhere ? elsewhereFailure : null),
        delivery: health.delivery,
        deliveryWords: health.deliveryWords,
        lastEventAtMs: health.lastEventAtMs,
        reachableSinceMs: health.reachableSinceMs,
        backlog: settler.pending(),
        freeBytes: freeSpace.read(),
        lastComparisonAtMs: health.lastComparisonAtMs,
        lastComparisonDurationMs: health.lastComparisonDurationMs,
        unaccounted,
      }
    },
    async stop() {
      await watch.stop()
      await withPatience(systemTimers, stopPatienceMs, settler.stop())
    },
  }
}

function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}
