import type { Clock, Timers } from '../time/clock.ts'
import { mapBounded } from './concurrency.ts'
import { isUnchanged } from './listed-entry.ts'
import type { ListedFile } from './listed-entry.ts'
import { createSettleQueue } from './settle-queue.ts'
import type { LaneWaits, SettleLane, WaitingFile } from './settle-queue.ts'

const lookLimit = 16
const deliveryLimit = 500
const emptyFileWaitMs = 2_000
const againWaitMs = 1_000
/** The timer never sleeps longer, so that a shorter quiet time counts soon after it is set. */
const longestSleepMs = 5_000
/** A timer that comes so much too late tells of a computer that slept. */
const sleptMs = 20_000
/** So often a file is tried again after a short while; then it is tried now and then. */
const retriesInARow = 30

/** How long a file must be quiet that seems unfinished, before it is taken as it is. */
export function unfinishedWaitMs(quietMs: number): number {
  return Math.max(30_000, 5 * quietMs)
}

export interface StillChanging {
  /** The file as the last look found it. */
  readonly file: ListedFile
  /** How long it has been waited for since it was first offered. */
  readonly waitingForMs: number
  /** True when a program holds it open, although it does not change. */
  readonly heldOpen: boolean
}

export interface SettlerOptions {
  /** How long size, time and key must stay the same. Asked anew each time. */
  quietMs(): number
  /** How long a file is waited for that seems unfinished, or was tried again many times. Asked anew each time. */
  laterMs?(): number
  readonly clock: Pick<Clock, 'monotonicMs'>
  readonly timers: Timers
  /** Looks at a file; null when it is gone. When it rejects, the file is looked at again later. */
  stat(path: string): Promise<ListedFile | null>
  /** Whether a program holds the file open that may still write. Default: never. */
  isHeldOpen?(path: string): Promise<boolean>
  /** The handlers are awaited. What one of them rejects is offered to it again later. */
  onSettled(batch: readonly ListedFile[]): void | Promise<void>
  onVanished(paths: readonly string[]): void | Promise<void>
  onStillChanging(batch: readonly StillChanging[]): void | Promise<void>
  /** Told of each look and each handler that failed. */
  onFailure(thrown: unknown): void
}

export interface Settler {
  /** Gives a file as somebody just found it. Offering it again unchanged does not prolong its wait. */
  offer(file: ListedFile): void
  /** Gives a file back that seems unfinished: it is handed over again once it was quiet for long. */
  offerLater(file: ListedFile): void
  forget(path: string): void
  /** Files that wait, are looked at, or are being handed over. */
  pending(): number
  /** Resolves when nothing is pending. */
  idle(): Promise<void>
  /** Drops what waits; resolves when the running handler has ended. */
  stop(): Promise<void>
}

interface Judged {
  readonly waiting: WaitingFile
  readonly verdict: 'settled' | 'vanished' | 'still_changing' | 'held_open' | 'not_seen'
  readonly file: ListedFile
  /** Since when it is as `file` says. */
  readonly sinceMs: number
}

/**
 * Waits until files are finished. A file counts as finished when two looks of our own, at least `quietMs`
 * apart, found the same size, time and key, and no program holds it open; an old time proves nothing, since
 * copies keep it. At a quiet time of 0 one look is enough. After the computer slept all waits begin anew: what
 * was copied when it fell asleep goes on.
 */
export function createSettler(options: SettlerOptions): Settler {
  const { clock, timers } = options
  const queue = createSettleQueue()
  /** Files taken out of the queue for a look or a delivery. */
  const inHand = new Map<string, WaitingFile>()
  let idleWaiters: (() => void)[] = []
  let stopped = false
  let isTakingTurn = false
  let delivery: Promise<void> | null = null
  let timer: { readonly atMs: number; readonly cancel: () => void } | null = null

  const waits = (): LaneWaits => {
    const quiet = options.quietMs()
    return {
      quiet,
      empty: quiet === 0 ? 0 : Math.max(quiet, emptyFileWaitMs),
      again: Math.max(quiet, againWaitMs),
      later: options.laterMs?.() ?? unfinishedWaitMs(quiet),
    }
  }
  const pending = () => queue.size() + inHand.size

  const put = (file: ListedFile, sinceMs: number, firstOfferedMs: number) => {
    inHand.delete(file.path)
    const lane: SettleLane = file.sizeBytes === 0 ? 'empty' : 'quiet'
    queue.put(lane, { file, sinceMs, dueFromMs: sinceMs, firstOfferedMs, retries: 0 })
  }
  const putAgain = (waiting: WaitingFile) => {
    inHand.delete(waiting.file.path)
    const lane: SettleLane = waiting.retries < retriesInARow ? 'again' : 'later'
    queue.put(lane, { ...waiting, dueFromMs: clock.monotonicMs(), retries: waiting.retries + 1 })
  }

  const schedule = () => {
    if (stopped || isTakingTurn) return
    const dueMs = queue.nextDueMs(waits())
    if (dueMs === null) return
    const nowMs = clock.monotonicMs()
    const atMs = Math.min(Math.max(dueMs, nowMs), nowMs + longestSleepMs)
    if (timer !== null && timer.atMs <= atMs) return
    timer?.cancel()
    timer = { atMs, cancel: timers.after(Math.ceil(atMs - nowMs), startTurn) }
  }

  const startTurn = () => {
    if (timer !== null && clock.monotonicMs() - timer.atMs >= sleptMs) queue.restart(clock.monotonicMs())
    timer = null
    isTakingTurn = true
    void takeTurn().finally(() => {
      isTakingTurn = false
      schedule()
    })
  }

  const takeTurn = async () => {
    for (;;) {
      const due = stopped ? [] : queue.takeDue(clock.monotonicMs(), waits(), deliveryLimit)
      if (due.length === 0) return
      for (const waiting of due) inHand.set(waiting.file.path, waiting)
      const judged = await mapBounded(due, lookLimit, judge)
      await handOver(judged)
      for (const { path } of due.map((waiting) => waiting.file)) inHand.delete(path)
      if (pending() === 0) resolveIdle()
    }
  }

  const judge = async (waiting: WaitingFile): Promise<Judged> => {
    const before = waiting.file
    const { sinceMs, dueFromMs } = waiting
    if (sinceMs > dueFromMs) return { waiting, verdict: 'still_changing', file: before, sinceMs }
    try {
      const file = await options.stat(before.path)
      if (file === null) return { waiting, verdict: 'vanished', file: before, sinceMs }
      const isQuiet = options.quietMs() === 0 || isUnchanged(before, file)
      if (isQuiet && (await options.isHeldOpen?.(before.path)) === true)
        return { waiting, verdict: 'held_open', file, sinceMs }
      if (isQuiet) return { waiting, verdict: 'settled', file, sinceMs }
      return { waiting, verdict: 'still_changing', file, sinceMs: clock.monotonicMs() }
    } catch (thrown) {
      options.onFailure(thrown)
      return { waiting, verdict: 'not_seen', file: before, sinceMs }
    }
  }

  const handOver = async (judged: readonly Judged[]) => {
    const current = judged.filter((one) => inHand.get(one.waiting.file.path) === one.waiting)
    const having = (verdict: Judged['verdict']) => current.filter((one) => one.verdict === verdict)
    for (const verdict of ['not_seen', 'held_open'] as const)
      for (const { waiting } of having(verdict)) putAgain(waiting)
    for (const { file, sinceMs, waiting } of having('still_changing'))
      put(file, sinceMs, waiting.firstOfferedMs)
    const nowMs = clock.monotonicMs()
    await deliver([...having('still_changing'), ...having('held_open')], (batch) =>
      options.onStillChanging(
        batch.map(({ file, waiting, verdict }) => ({
          file,
          waitingForMs: nowMs - waiting.firstOfferedMs,
          heldOpen: verdict === 'held_open',
        })),
      ),
    )
    await deliver(having('vanished'), (batch) => options.onVanished(batch.map((one) => one.file.path)))
    await deliver(having('settled'), (batch) => options.onSettled(batch.map((one) => one.file)))
  }

  const deliver = async (
    batch: readonly Judged[],
    handler: (batch: readonly Judged[]) => void | Promise<void>,
  ) => {
    if (batch.length === 0 || stopped) return
    delivery = (async () => handler(batch))()
    try {
      await delivery
    } catch (thrown) {
      options.onFailure(thrown)
      for (const { waiting } of batch) if (inHand.get(waiting.file.path) === waiting) putAgain(waiting)
    }
  }

  const resolveIdle = () => {
    const waiters = idleWaiters
    idleWaiters = []
    for (const resolve of waiters) resolve()
  }

  return {
    offer(file) {
      if (stopped) return
      const nowMs = clock.monotonicMs()
      const queued = queue.get(file.path)
      const known = queued ?? inHand.get(file.path)
      if (known !== undefined && isUnchanged(known.file, file)) return
      if (queued === undefined) put(file, nowMs, known?.firstOfferedMs ?? nowMs)
      else queue.renew(file, nowMs)
      schedule()
    },
    offerLater(file) {
      if (stopped) return
      const nowMs = clock.monotonicMs()
      const firstOfferedMs = (queue.get(file.path) ?? inHand.get(file.path))?.firstOfferedMs ?? nowMs
      inHand.delete(file.path)
      queue.put('later', { file, sinceMs: nowMs, dueFromMs: nowMs, firstOfferedMs, retries: 0 })
      schedule()
    },
    forget(path) {
      queue.remove(path)
      inHand.delete(path)
      if (pending() === 0) resolveIdle()
    },
    pending,
    idle: () =>
      pending() === 0 ? Promise.resolve() : new Promise((resolve) => void idleWaiters.push(resolve)),
    async stop() {
      stopped = true
      timer?.cancel()
      queue.clear()
      inHand.clear()
      await delivery?.catch(() => undefined)
      resolveIdle()
    },
  }
}
