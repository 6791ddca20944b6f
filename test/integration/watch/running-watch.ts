import { onTestFinished } from 'vitest'
import type { ComparisonResult } from '../../../electron/engine/watch/comparison-result.ts'
import { systemClock, systemTimers } from '../../../electron/engine/time/clock.ts'
import type { FolderHealth } from '../../../electron/engine/watch/folder-health.ts'
import { startFolderWatch } from '../../../electron/engine/watch/folder-watch.ts'
import type {
  BatchOrigin,
  FolderWatch,
  FolderWatchOptions,
} from '../../../electron/engine/watch/folder-watch.ts'
import type { ListedBatch, ListedFile } from '../../../electron/engine/watch/listed-entry.ts'

const deadlineMs = 10_000

export interface RunningWatch extends FolderWatch {
  readonly deliveries: readonly { readonly batch: ListedBatch; readonly origin: BatchOrigin }[]
  readonly comparisons: readonly ComparisonResult[]
  readonly healthReports: readonly FolderHealth[]
  readonly unexpected: readonly unknown[]
  /** The last facts that were delivered of each path; a path that was reported as gone is not in it. */
  readonly files: ReadonlyMap<string, ListedFile>
  /** Forgets what was delivered so far. */
  forgetDeliveries(): void
  /** Resolves once the condition holds after some delivery, comparison or report; fails after 10 s. */
  until(what: string, condition: () => boolean): Promise<void>
}

/** A folder watch that records everything. The interval is an hour: what comes earlier came by events. */
export function runningWatch(path: string, over: Partial<FolderWatchOptions> = {}): RunningWatch {
  const deliveries: { batch: ListedBatch; origin: BatchOrigin }[] = []
  const comparisons: ComparisonResult[] = []
  const healthReports: FolderHealth[] = []
  const unexpected: unknown[] = []
  const files = new Map<string, ListedFile>()
  const waiting = new Set<() => void>()
  const notify = () => {
    for (const check of waiting) check()
  }

  const watch = startFolderWatch({
    folder: { path, recursive: true },
    comparisonIntervalMs: 3_600_000,
    clock: systemClock,
    timers: systemTimers,
    ...over,
    async onBatch(batch, origin) {
      deliveries.push({ batch, origin })
      for (const gone of batch.gone)
        for (const known of files.keys())
          if (known === gone || known.startsWith(`${gone}/`)) files.delete(known)
      for (const file of batch.files) files.set(file.path, file)
      notify()
      await over.onBatch?.(batch, origin)
      notify()
    },
    async onComparisonDone(result) {
      comparisons.push(result)
      notify()
      await over.onComparisonDone?.(result)
    },
    onHealth(health) {
      healthReports.push(health)
      notify()
      over.onHealth?.(health)
    },
    onUnexpected: (thrown) => void unexpected.push(thrown),
  })
  onTestFinished(() => watch.stop())

  return {
    ...watch,
    deliveries,
    comparisons,
    healthReports,
    unexpected,
    files,
    forgetDeliveries() {
      deliveries.length = 0
      files.clear()
    },
    until: (what, condition) =>
      new Promise((resolve, reject) => {
        const check = () => {
          if (!condition()) return
          clearTimeout(deadline)
          waiting.delete(check)
          resolve()
        }
        const deadline = setTimeout(() => {
          waiting.delete(check)
          reject(new Error(`not within ${deadlineMs} ms: ${what}`))
        }, deadlineMs)
        waiting.add(check)
        check()
      }),
  }
}
