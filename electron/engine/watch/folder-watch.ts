import { IntrayError, toFailure } from '../../shared/error-codes.ts'
import type { Failure } from '../../shared/error-codes.ts'
import type { FolderSettings } from '../../shared/settings.ts'
import { followMarks } from './change-follower.ts'
import { createChangeGatherer } from './change-gatherer.ts'
import type { Clock, Timers } from '../time/clock.ts'
import { withPatience } from './concurrency.ts'
import { endedComparison, failedComparison } from './comparison-result.ts'
import type { ComparisonResult } from './comparison-result.ts'
import { createEventSource } from './event-source.ts'
import { layoutFor } from './folder-events.ts'
import type { WatchLayout } from './folder-events.ts'
import { unknownHealth } from './folder-health.ts'
import type { FolderHealth } from './folder-health.ts'
import type { FolderReader } from './folder-reader.ts'
import { readRootKey, systemFolderReader } from './folder-reader.ts'
import type { ListedBatch } from './listed-entry.ts'
import { listFolder } from './listing.ts'
import type { DirectoryVisitor, ListingResult } from './listing.ts'
import { comparisonDelayMs, retryDelayMs } from './watch-pace.ts'

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
 * events point at. A folder that goes away is reported once, tried again with back-off, and compared in full
 * when it is back.
 */
export function startFolderWatch(options: FolderWatchOptions): FolderWatch {
  const { folder, clock, timers, reader = systemFolderReader, useEvents = true } = options
  const stopping = new AbortController()
  let requests: ((result: ComparisonResult) => void)[] = []
  let isComparisonDue = true
  let isRootGone = false
  let stopComparisonTimer: () => void = () => undefined
  let failureCount = 0
  let health = unknownHealth
  let handling: Promise<void> = Promise.resolve()
  let wake: () => void = () => undefined

  const changes = createChangeGatherer(timers, () => wake())
  const events = createEventSource({
    path: folder.path,
    layout: options.layout ?? layoutFor(folder.recursive),
    timers,
    onChange(change) {
      health = { ...health, lastEventAtMs: clock.nowMs() }
      changes.add(change)
    },
    onRootGone() {
      isRootGone = true
      isComparisonDue = true
      wake()
    },
    onLost: () => report({}),
  })
  const visitor: DirectoryVisitor = {
    enter: (directory) => events.watch(directory),
    vanished: (directory) => events.forget(directory),
  }

  const report = (patch: Partial<FolderHealth>) => {
    const before = health
    health = { ...health, ...patch, ...events.delivery() }
    const isNews =
      health.failure?.code !== before.failure?.code ||
      health.failure?.detail !== before.failure?.detail ||
      health.delivery !== before.delivery ||
      health.deliveryWords !== before.deliveryWords ||
      health.lastComparisonAtMs !== before.lastComparisonAtMs
    if (!isNews || stopping.signal.aborted) return
    try {
      options.onHealth(health)
    } catch (thrown) {
      options.onUnexpected(thrown)
    }
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
    const listing = listFolder(folder.path, { recursive, startAt, signal: stopping.signal, reader, visitor })
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
      forget: (path) => events.forget(path),
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
      if (isRootGone) await events.end()
      isRootGone = false
      const rootKey = await readRootKey(reader, folder.path)
      if (useEvents) await events.begin(rootKey, served.length > 0)
      const listing = await list('', 'comparison')
      const ended = endedComparison(listing, startedAtMs, durationMs())
      await handle(() => options.onComparisonDone(ended))
      failureCount = 0
      report({
        reachable: true,
        failure: null,
        lastComparisonAtMs: startedAtMs,
        lastComparisonDurationMs: ended.durationMs,
        lastComparisonFileCount: ended.fileCount,
      })
      result = ended
    } catch (thrown) {
      result = failedComparison(await fail(thrown), startedAtMs, durationMs())
    }
    scheduleComparison(result.durationMs)
    for (const resolve of served) resolve(result)
  }

  const fail = async (thrown: unknown) => {
    if (stopping.signal.aborted) return stoppedFailure
    failureCount += 1
    changes.clear()
    await events.end()
    const failure = toFailure(thrown)
    if (!(thrown instanceof IntrayError)) options.onUnexpected(thrown)
    report({ reachable: failure.code !== 'folder_unreachable', failure })
    return failure
  }

  const scheduleComparison = (lastDurationMs: number) => {
    stopComparisonTimer()
    if (stopping.signal.aborted) return
    const delayMs =
      failureCount > 0
        ? retryDelayMs(failureCount)
        : comparisonDelayMs(options.comparisonIntervalMs, health.delivery, lastDurationMs)
    stopComparisonTimer = timers.after(delayMs, () => {
      isComparisonDue = true
      wake()
    })
  }

  const work = async () => {
    while (!stopping.signal.aborted) {
      if (isComparisonDue || requests.length > 0) await compare()
      else if (changes.isDue()) {
        await followChanges().catch(async (thrown: unknown) => {
          await fail(thrown)
          scheduleComparison(0)
        })
      } else await new Promise<void>((resolve) => (wake = resolve))
    }
  }

  const working = Promise.resolve()
    .then(work)
    .catch((thrown: unknown) => options.onUnexpected(thrown))

  return {
    compareNow: () =>
      stopping.signal.aborted
        ? Promise.resolve(failedComparison(stoppedFailure, clock.nowMs(), 0))
        : new Promise((resolve) => {
            requests.push(resolve)
            wake()
          }),
    health: () => health,
    async stop() {
      stopping.abort()
      stopComparisonTimer()
      changes.clear()
      wake()
      await withPatience(timers, stopPatienceMs, Promise.all([working, events.end()]))
      await handling
      for (const resolve of requests) resolve(failedComparison(stoppedFailure, clock.nowMs(), 0))
      requests = []
    },
  }
}

const stoppedFailure: Failure = { code: 'engine_unavailable', detail: 'Intray is closing.' }
