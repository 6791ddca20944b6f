import PQueue from 'p-queue'
import type { Clock, Timers } from './time/clock.ts'

export interface LookAgendaOptions {
  readonly clock: Pick<Clock, 'monotonicMs'>
  readonly timers: Timers
  /** Makes the look of one item. Must not reject. */
  look(itemId: number): Promise<void>
}

/** Which item is looked at when. Moments are of the clock that never jumps. */
export interface LookAgenda {
  /** The item's next look, in place of any other that it has. */
  set(itemId: number, dueMs: number): void
  /** As `set`, unless the item's look comes earlier anyway. */
  bringForward(itemId: number, dueMs: number): void
  drop(itemId: number): void
  /** Starts no further look and resolves when those that run have ended. */
  stop(): Promise<void>
}

/** A look reads all media of an entity; an outage can leave hundreds of items. */
const looksAtATime = 2

/** No timer is trusted with more: the computer may sleep. */
const longestSleepMs = 60_000

/** Makes looks when they are due, a few at a time. */
export function createLookAgenda({ clock, timers, look }: LookAgendaOptions): LookAgenda {
  const dueMsByItem = new Map<number, number>()
  const queued = new Set<number>()
  const queue = new PQueue({ concurrency: looksAtATime })
  let stopAlarm = (): void => undefined
  let alarmAtMs = Infinity
  let isStopped = false

  const setAlarm = (): void => {
    stopAlarm()
    if (isStopped) return
    let nextMs = Infinity
    for (const [itemId, dueMs] of dueMsByItem) if (!queued.has(itemId)) nextMs = Math.min(nextMs, dueMs)
    alarmAtMs = nextMs
    if (nextMs === Infinity) return
    const delayMs = Math.min(longestSleepMs, Math.max(0, nextMs - clock.monotonicMs()))
    stopAlarm = timers.after(delayMs, startDueLooks)
  }

  function startDueLooks(): void {
    const nowMs = clock.monotonicMs()
    for (const [itemId, dueMs] of dueMsByItem) {
      if (dueMs > nowMs || queued.has(itemId)) continue
      queued.add(itemId)
      void queue.add(async () => {
        await look(itemId)
        queued.delete(itemId)
        setAlarm()
      })
    }
    setAlarm()
  }

  const set = (itemId: number, dueMs: number): void => {
    dueMsByItem.set(itemId, dueMs)
    if (dueMs < alarmAtMs) setAlarm()
  }

  return {
    set,
    bringForward(itemId, dueMs) {
      set(itemId, Math.min(dueMs, dueMsByItem.get(itemId) ?? Infinity))
    },
    drop(itemId) {
      dueMsByItem.delete(itemId)
    },
    async stop() {
      isStopped = true
      stopAlarm()
      queue.clear()
      await queue.onIdle()
    },
  }
}
