import type { ListedFile } from './listed-entry.ts'

/**
 * Why a file waits. Copies begin as empty files, so an empty one waits longer; one that could not be looked
 * at, that a program holds open, or that could not be handed over is tried again. One that seems unfinished, or
 * that was tried again many times, waits much longer.
 */
export type SettleLane = 'quiet' | 'empty' | 'again' | 'later'

export interface WaitingFile {
  /** The file as the last look found it. */
  readonly file: ListedFile
  /** When it was first found so. Monotonic milliseconds, as all times here. */
  readonly sinceMs: number
  /** Its wait is counted from here. Later than this, `sinceMs` says that it changed while it waited. */
  readonly dueFromMs: number
  readonly firstOfferedMs: number
  /** How often in a row it was tried again. */
  readonly retries: number
}

export type LaneWaits = Readonly<Record<SettleLane, number>>

/**
 * Files by the time at which they are due. All files of a lane wait equally long and enter at the back, so
 * each lane is in order by itself, also when the wait is changed while they stand in it. One that enters with
 * an earlier `dueFromMs` than those before it is late by that difference at most.
 */
export interface SettleQueue {
  put(lane: SettleLane, waiting: WaitingFile): void
  get(path: string): WaitingFile | undefined
  /**
   * Notes that a waiting file was found changed. It keeps its place, so that it is heard of in time; one that
   * waits in the lane `later` is waited for anew.
   */
  renew(file: ListedFile, sinceMs: number): void
  remove(path: string): void
  /** Takes out at most `limit` files that have waited long enough. */
  takeDue(nowMs: number, waits: LaneWaits, limit: number): WaitingFile[]
  /** When the next file is due; null when none waits. */
  nextDueMs(waits: LaneWaits): number | null
  /** Begins every wait anew. */
  restart(nowMs: number): void
  clear(): void
  size(): number
}

const lanes: readonly SettleLane[] = ['quiet', 'empty', 'again', 'later']

export function createSettleQueue(): SettleQueue {
  const files: Readonly<Record<SettleLane, Map<string, WaitingFile>>> = {
    quiet: new Map(),
    empty: new Map(),
    again: new Map(),
    later: new Map(),
  }

  const heads = (waits: LaneWaits) =>
    lanes.flatMap((lane) => {
      const [head] = files[lane].values()
      return head === undefined ? [] : [{ lane, head, dueMs: head.dueFromMs + waits[lane] }]
    })

  const remove = (path: string) => {
    for (const lane of lanes) files[lane].delete(path)
  }

  const put = (lane: SettleLane, waiting: WaitingFile) => {
    remove(waiting.file.path)
    files[lane].set(waiting.file.path, waiting)
  }

  return {
    put,
    get(path) {
      return lanes.map((lane) => files[lane].get(path)).find((waiting) => waiting !== undefined)
    },
    renew(file, sinceMs) {
      for (const lane of lanes) {
        const waiting = files[lane].get(file.path)
        if (waiting === undefined) continue
        if (lane !== 'later') files[lane].set(file.path, { ...waiting, file, sinceMs })
        else put('quiet', { ...waiting, file, sinceMs, dueFromMs: sinceMs, retries: 0 })
        return
      }
    },
    remove,
    takeDue(nowMs, waits, limit) {
      const taken: WaitingFile[] = []
      for (const lane of lanes)
        for (const [path, waiting] of files[lane]) {
          if (taken.length >= limit || waiting.dueFromMs + waits[lane] > nowMs) break
          files[lane].delete(path)
          taken.push(waiting)
        }
      return taken
    },
    nextDueMs(waits) {
      const due = heads(waits).map((head) => head.dueMs)
      return due.length === 0 ? null : Math.min(...due)
    },
    restart(nowMs) {
      for (const lane of lanes)
        for (const [path, waiting] of files[lane])
          files[lane].set(path, { ...waiting, sinceMs: nowMs, dueFromMs: nowMs })
    },
    clear() {
      for (const lane of lanes) files[lane].clear()
    },
    size: () => lanes.reduce((sum, lane) => sum + files[lane].size, 0),
  }
}
