import { IntrayError, toFailure } from '../../shared/error-codes.ts'
import type { Failure } from '../../shared/error-codes.ts'
import type { FolderSettings } from '../../shared/settings/folder.ts'
import { followMarks } from './change-follower.ts'
import { createChangeGatherer } from './change-gatherer.ts'
import type { Clock, Timers } from '../time/clock.ts'
import { withPatience } from './concurrency.ts'
import { endedComparison, failedComparison } from './comparison-result.ts'
import type { ComparisonResult } from './comparison-result.ts'
import { systemProbeFiles } from './event-probe.ts'
import type { ProbeFiles } from './event-probe.ts'
import { createFolderDelivery } from './folder-delivery.ts'
import { layoutFor } from './folder-events.ts'
import type { WatchLayout } from './folder-events.ts'
import { createHealthReporter } from './folder-health.ts'
import type { FolderHealth } from './folder-health.ts'
import type { FolderReader } from './folder-reader.ts'
import { readRootKey, systemFolderReader } from './folder-reader.ts'
import type { ListedBatch } from './listed-entry.ts'
import { listFolder } from './listing.ts'
import type { ListingResult } from './listing.ts'
import { patientReader } from './patient-reader.ts'
import { childPath } from './relative-path.ts'
import { startSleepDetector } from './sleep-detector.ts'
import { comparisonDelayMs, retryDelayMs } from './watch-pace.ts'
import { detailOf } from '../../shared/sentences/detail.ts'
import { say } from '../../shared/sentences/say.ts'

const stopPatienceMs = 2_000

/** `comparison`: part of a full comparison. `event`: what an event pointed at. */
export type BatchOrigin = 'comparison' | 'event'

export interface FolderWatchOptions {
  readonly folder: Pick<FolderSettings, 'path' | 'recursive'>
  readonly comparisonIntervalMs: number
  readonly clock: Pick<Clock, 'nowMs' | 'monotonicMs'>
  readonly timers: Timers
  /** Never called twice at the same time, and awaited. When it rejects, all is compared again later. */
  onBatch(batch: ListedBatch, origin: BatchOrigin): void | Promise<void>
  /** Called after each full comparison that reached its end; only a complete one may call files missing. */
  onComparisonDone(result: ComparisonResult): void | Promise<void>
  /** Called when reachability, failure or delivery changed, and after each comparison. */
  onHealth(health: FolderHealth): void
  /** Told of errors that have no code of their own. */
  onUnexpected(thrown: unknown): void
  /** False: no events at all, as for a single run. Default true. */
  readonly useEvents?: boolean
  readonly layout?: WatchLayout
  readonly reader?: FolderReader
  readonly probeFiles?: ProbeFiles
  /** Paths that are not looked at, nor those below them. Default: none. */
  readonly isExcluded?: (path: string) => boolean
}

export interface FolderWatch {
  /**
   * A full comparison that starts after this call; calls made meanwhile share one. Called right after the
   * start it is the first comparison. Never rejects: the result has the failure.
   */
  compareNow(): Promise<ComparisonResult>
  health(): FolderHealth
  /** After it has resolved, no handler is running and none is called. */
  stop(): Promise<void>
}

/**
 * Watches one folder: a full comparison at the start, at each interval and on demand; between them, what
 * events point at. Whether events come is tested by a probe file; where they do not, it is compared often. A
 * folder that goes away is reported once, tried again with back-off, and compared in full when it is back, as
 * it is after the computer slept.
 */
export function startFolderWatch(options: FolderWatchOptions): FolderWatch {
  const { folder, clock, timers, useEvents = true } = options
  const isExcluded = options.isExcluded ?? (() => false)
  const reader = patientReader(options.reader ?? systemFolderReader, timers)
  const stopping = new AbortController()
  let requests: ((result: ComparisonResult) => void)[] = []
  let isComparisonDue = true
  let isRootGone = false
  let stopComparisonTimer: () => void = () => undefined
  let failureCount = 0
  let lastDurationMs = 0
  let handling: Promise<void> = Promise.resolve()
  let wake: () => void = () => undefined

  const changes = createChangeGatherer(timers, () => wake())
  const delivery = createFolderDelivery({
    path: folder.path,
    layout: options.layout ?? layoutFor(folder.recursive),
    clock,
    timers,
    reader,
    probeFiles: options.probeFiles ?? systemProbeFiles,
    onChange(change) {
      const { directory, name } = change
      if (isExcluded(name === null ? directory : childPath(directory, name))) return
      health.note({ lastEventAtMs: clock.nowMs() })
      changes.add(change)
    },
    onRootGone() {
      isRootGone = true
      compareSoon()
    },
    onLost: () => health.report({}),
    onTested() {
      health.report({})
      scheduleComparison()
    },
  })
  const health = createHealthReporter(
    () => delivery.now(),
    (present) => {
      if (stopping.signal.aborted) return
      try {
        options.onHealth(present)
      } catch (thrown) {
        options.onUnexpected(thrown)
      }
    },
  )
  const { visitor } = delivery
  const compareSoon = () => {
    isComparisonDue = true
    wake()
  }

  const handle = async (handler: () => void | Promise<void>) => {
    stopping.signal.throwIfAborted()
    const running = (async () => handler())()
    handling = running.catch(() => undefined)
    await running
  }

  const handOver = async (batch: ListedBatch, origin: BatchOrigin) => {
    if (batch.files.length + batch.others.length + batch.gone.length > 0)
      await handle(() => options.onBatch(batch, origin))
  }

  const list = async (startAt: string, origin: BatchOrigin): Promise<ListingResult> => {
    const { recursive } = folder
    const { signal } = stopping
    const listing = listFolder(folder.path, { recursive, startAt, signal, reader, visitor, isExcluded })
    for (;;) {
      const step = await listing.next()
      if (step.done === true) return step.value
      await handOver(step.value, origin)
      if (origin === 'comparison' && changes.isDue()) await followChanges()
    }
  }

  const followChanges = async () => {
    const startedMs = clock.monotonicMs()
    const marks = changes.take()
    if (marks.overflowed) {
      isComparisonDue = true
      return
    }
    await followMarks(marks, {
      folder,
      reader,
      forget: (path) => visitor.vanished(path),
      handOver: (batch) => handOver(batch, 'event'),
      listBelow: (directory) => list(directory, 'event'),
    })
    changes.setPace(clock.monotonicMs() - startedMs)
  }

  const compare = async () => {
    const served = requests
    requests = []
    isComparisonDue = false
    stopComparisonTimer()
    const startedAtMs = clock.nowMs()
    const startedMs = clock.monotonicMs()
    const durationMs = () => Math.round(clock.monotonicMs() - startedMs)
    let result: ComparisonResult
    try {
      if (isRootGone) await delivery.endEvents()
      isRootGone = false
      const rootKey = await readRootKey(reader, folder.path)
      if (useEvents) await delivery.begin(rootKey, served.length > 0)
      const listing = await list('', 'comparison')
      const ended = endedComparison(listing, startedAtMs, durationMs())
      await handle(() => options.onComparisonDone(ended))
      failureCount = 0
      health.report({
        reachable: true,
        failure: null,
        reachableSinceMs: health.current().reachableSinceMs ?? startedAtMs,
        lastComparisonAtMs: startedAtMs,
        lastComparisonDurationMs: ended.durationMs,
        lastComparisonFileCount: ended.fileCount,
      })
      await delivery.testIfDue()
      result = ended
    } catch (thrown) {
      result = failedComparison(await fail(thrown), startedAtMs, durationMs())
    }
    lastDurationMs = result.durationMs
    scheduleComparison()
    for (const resolve of served) resolve(result)
  }

  const fail = async (thrown: unknown) => {
    if (stopping.signal.aborted) return stoppedFailure
    failureCount += 1
    changes.clear()
    delivery.distrust()
    await delivery.endEvents()
    const failure = toFailure(thrown)
    if (!(thrown instanceof IntrayError)) options.onUnexpected(thrown)
    const reachable = failure.code !== 'folder_unreachable'
    health.report({ reachable, failure, ...(reachable ? {} : { reachableSinceMs: null }) })
    return failure
  }

  const scheduleComparison = () => {
    stopComparisonTimer()
    if (stopping.signal.aborted) return
    const delayMs =
      failureCount > 0
        ? retryDelayMs(failureCount)
        : comparisonDelayMs(options.comparisonIntervalMs, health.current().delivery, lastDurationMs)
    stopComparisonTimer = timers.after(delayMs, compareSoon)
  }

  const work = async () => {
    while (!stopping.signal.aborted) {
      if (isComparisonDue || requests.length > 0) await compare()
      else if (changes.isDue()) {
        await followChanges().catch(async (thrown: unknown) => {
          await fail(thrown)
          scheduleComparison()
        })
      } else await new Promise<void>((resolve) => (wake = resolve))
    }
  }

  const working = Promise.resolve()
    .then(work)
    .catch((thrown: unknown) => options.onUnexpected(thrown))
  const stopSleepDetector = startSleepDetector({
    clock,
    timers,
    onWoke() {
      delivery.distrust()
      compareSoon()
    },
  })

  return {
    compareNow: () =>
      stopping.signal.aborted
        ? Promise.resolve(failedComparison(stoppedFailure, clock.nowMs(), 0))
        : new Promise((resolve) => {
            requests.push(resolve)
            wake()
          }),
    health: () => health.current(),
    async stop() {
      stopping.abort()
      stopSleepDetector()
      stopComparisonTimer()
      changes.clear()
      wake()
      await withPatience(timers, stopPatienceMs, Promise.all([working, delivery.stop()]))
      await handling
      for (const resolve of requests) resolve(failedComparison(stoppedFailure, clock.nowMs(), 0))
      requests = []
    },
  }
}

const stoppedFailure: Failure = { code: 'engine_unavailable', ...detailOf(say('intray_is_closing')) }
