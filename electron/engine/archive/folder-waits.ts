import { say } from '../../shared/sentences/say.ts'
import type { Sentence } from '../../shared/sentences/told.ts'

/** The first wait after a failure, and the longest. */
const firstMs = 60_000
const longestMs = 3_600_000

/** So many files in a row that could not be moved: the others of the folder need not be tried now. */
const mostFailuresInARow = 5

interface Wait {
  /** Null where it was no failure. */
  readonly why: Sentence | null
  readonly failures: number
  readonly untilMs: number
}

/** What cannot be moved in one folder now, why, and when it is tried again: after a minute, two, up to an hour. */
export interface FolderWaits {
  mayTryFolder(): boolean
  mayTryItem(itemId: number): boolean
  failFolder(why: Sentence): void
  failItem(itemId: number, why: Sentence): void
  /** Nothing to be moved lies at the item's path. No failure, but nothing to be looked at often. */
  leave(itemId: number): void
  done(itemId: number): void
  /** Every file was looked at: what still waits is what failed again. True when the answer of `why` may have changed. */
  passed(): boolean
  /** Whether a move that was interrupted may wait to be finished: at the start, and after each failure. */
  mustFinish(): boolean
  finished(): void
  /** True when that is new. */
  setTrashMissing(missing: boolean): boolean
  isSomethingOver(): boolean
  /** Why files stay where they are; null where all is well. */
  why(): Sentence | null
}

export function createFolderWaits(now: () => number): FolderWaits {
  const items = new Map<number, Wait>()
  let folder: Wait | null = null
  let failuresInARow = 0
  let mustFinish = true
  let trashMissing = false

  const next = (before: Wait | null | undefined, why: Sentence | null): Wait => {
    const failures = (before?.failures ?? 0) + 1
    return {
      why,
      failures,
      untilMs: now() + Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 10)),
    }
  }
  /** A clock that was set back must not stretch a wait. */
  const isOver = ({ untilMs }: Wait): boolean => now() >= untilMs || untilMs - now() > longestMs
  const failFolder = (why: Sentence): void => {
    folder = next(folder, why)
    failuresInARow = 0
    mustFinish = true
  }

  return {
    mayTryFolder: () => folder === null || isOver(folder),
    mayTryItem(itemId) {
      const wait = items.get(itemId)
      return wait === undefined || isOver(wait)
    },
    failFolder,
    failItem(itemId, why) {
      items.set(itemId, next(items.get(itemId), why))
      failuresInARow += 1
      if (failuresInARow >= mostFailuresInARow) failFolder(why)
    },
    leave(itemId) {
      items.set(itemId, next(items.get(itemId), null))
    },
    done(itemId) {
      items.delete(itemId)
      folder = null
      failuresInARow = 0
    },
    passed() {
      const changed = folder !== null
      folder = null
      for (const [itemId, wait] of items) if (isOver(wait)) items.delete(itemId)
      return changed
    },
    mustFinish: () => mustFinish,
    finished() {
      mustFinish = false
    },
    setTrashMissing(missing) {
      const isNew = missing !== trashMissing
      trashMissing = missing
      return isNew
    },
    isSomethingOver: () => (folder !== null && isOver(folder)) || [...items.values()].some(isOver),
    why() {
      if (folder !== null && folder.why !== null) return say('uploads_stay', { reason: folder.why })
      if (trashMissing) return say('trash_needs_application')
      const failed = [...items.values()].flatMap(({ why }) => why ?? [])
      const [reason] = failed
      return reason === undefined ? null : say('uploads_stay_some', { count: failed.length, reason })
    },
  }
}
