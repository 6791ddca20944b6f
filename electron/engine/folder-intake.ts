import { join } from 'node:path'
import { IntrayError } from '../shared/error-codes.ts'
import type { Failure } from '../shared/error-codes.ts'
import type { FolderSettings } from '../shared/settings/folder.ts'
import type { IntakeSettings } from '../shared/settings/intake.ts'
import type { FolderStatus } from '../shared/status.ts'
import { createAbsentFiles } from './absent-files.ts'
import type { BlankLooks } from './blank-looks.ts'
import type { ReadSide } from './identify/indexing/side-words.ts'
import { createFolderAccount } from './folder-account.ts'
import { createHeldFiles } from './held-files.ts'
import type { Identifier } from './identification.ts'
import { createIndexDesk } from './index-desk.ts'
import type { IdentifiedFile } from './ledger/identification-steps.ts'
import type { Ledger } from './ledger/ledger.ts'
import { createIntakeLog } from './intake-log.ts'
import type { Log } from './log.ts'
import type { ReadingAgain } from './reading-again.ts'
import type { RescanSlips } from './rescan-slips.ts'
import { createSettledFiles } from './settled-files.ts'
import { systemClock, systemTimers } from './time/clock.ts'
import { createUnfinishedFiles } from './unfinished-files.ts'
import type { ComparisonResult } from './watch/comparison-result.ts'
import { withPatience } from './watch/concurrency.ts'
import { lookAtFile } from './watch/entry-look.ts'
import { isHeldOpen } from './watch/exclusive-open.ts'
import { systemFolderReader } from './watch/folder-reader.ts'
import type { FolderReader } from './watch/folder-reader.ts'
import { startFolderWatch } from './watch/folder-watch.ts'
import type { ListedFile } from './watch/listed-entry.ts'
import { createFreeSpace } from './watch/free-space.ts'
import { patientReader } from './watch/patient-reader.ts'
import { createSettler, unfinishedWaitMs } from './watch/settler.ts'
import { detailOf, sentenceIn } from '../shared/sentences/detail.ts'
import { say } from '../shared/sentences/say.ts'

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
  ...detailOf(say('folder_elsewhere')),
}

/** A file system that hangs must not hold up the end. */
const stopPatienceMs = 5_000

/** The way of files from one watched folder into the ledger. */
export async function startFolderIntake(options: FolderIntakeOptions): Promise<FolderIntake> {
  const { folder, intake, ledger, now } = options
  const log = createIntakeLog(options.log, folder.id, () => systemClock.monotonicMs())
  const reader = options.reader ?? systemFolderReader
  const patient = patientReader(reader, systemTimers)
  const locate = (path: string): string => join(folder.path, ...path.split('/'))
  const onItemsChanged = (itemIds: readonly number[]): void => {
    options.onItemsChanged(itemIds)
  }
  const onStatusChanged = (): void => {
    options.onStatusChanged()
  }
  /** A folder that is away is not asked for each of its files. */
  const look = async (path: string): Promise<ListedFile | null> => {
    const { failure } = watch.health()
    if (failure?.code === 'folder_unreachable') throw new IntrayError(failure.code, sentenceIn(failure) ?? '')
    return lookAtFile(folder.path, path, patient)
  }
  await ledger.recordFolder(folder.id, folder.path)

  const ground = { folder, folderId: folder.id, ledger, locate, look, now, onItemsChanged, onStatusChanged }
  const indexes = createIndexDesk({
    ...ground,
    readingAgain: options.readingAgain,
    readSide: options.readSide,
  })
  const absent = createAbsentFiles(ground)
  const held = createHeldFiles({ ...ground, neverQuietMs: intake.neverQuietMs })
  const settled = createSettledFiles({
    ...ground,
    identifier: options.identifier,
    indexes,
    unfinished: createUnfinishedFiles({
      longestMs: () => intake.neverQuietMs,
      isDoubting: () => intake.quietMs > 0,
      monotonicMs: () => systemClock.monotonicMs(),
    }),
    held,
    absent,
    slips: options.slips,
    blankLooks: options.blankLooks,
    offer: (file) => {
      settler.offer(file)
    },
    offerLater: (file) => {
      settler.offerLater(file)
    },
    onIdentified: (files) => {
      options.onIdentified(files)
    },
  })
  const account = createFolderAccount({
    ...ground,
    ignore: intake.ignore,
    absent,
    held,
    indexes,
    log,
    inspectIndex: (path) => settled.inspectIndex(path),
    onToSettle: (file) => {
      settler.offer(file)
    },
  })
  const freeSpace = createFreeSpace(folder.path, systemClock, onStatusChanged)
  const settler = createSettler({
    quietMs: () => intake.quietMs,
    laterMs: () => (options.secondLookMs ?? unfinishedWaitMs)(intake.quietMs),
    isHeldOpen: (path) => isHeldOpen(locate(path)),
    clock: systemClock,
    timers: systemTimers,
    stat: look,
    onSettled: (files) => settled.lookInto(files),
    onVanished: (paths) => absent.record(paths),
    onStillChanging: (batch) => held.recordStillChanging(batch),
    onFailure: (thrown) => {
      log.failed(thrown)
    },
  })
  const watch = startFolderWatch({
    folder,
    comparisonIntervalMs: intake.comparisonIntervalMs,
    clock: systemClock,
    timers: systemTimers,
    useEvents: options.watch,
    reader,
    isExcluded: (path) => options.isExcluded(path),
    onBatch: (batch, origin) => account.recordListing(batch, origin),
    onComparisonDone: (result) => account.finishComparison(result),
    onHealth(health) {
      log.reached(health.failure)
      options.onStatusChanged()
    },
    onUnexpected: (thrown) => {
      log.failed(thrown)
    },
  })
  // Asked for before the watch takes its first turn, so it is the comparison that runs at the start anyway.
  const firstComparison = watch.compareNow()

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
        failure: health.failure ?? (account.isElsewhere() ? elsewhereFailure : null),
        delivery: health.delivery,
        deliveryWords: health.deliveryWords,
        deliverySaid: health.deliverySaid,
        lastEventAtMs: health.lastEventAtMs,
        reachableSinceMs: health.reachableSinceMs,
        backlog: settler.pending(),
        freeBytes: freeSpace.read(),
        lastComparisonAtMs: health.lastComparisonAtMs,
        lastComparisonDurationMs: health.lastComparisonDurationMs,
        unaccounted: account.unaccounted(),
      }
    },
    async stop() {
      await watch.stop()
      await withPatience(systemTimers, stopPatienceMs, settler.stop())
    },
  }
}
