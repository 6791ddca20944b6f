import type { Timers } from '../time/clock.ts'
import { createDirtyDirectories } from './dirty-directories.ts'
import type { DirectoryChange, DirtyMarks } from './dirty-directories.ts'
import { gatherDelayMs } from './watch-pace.ts'

/** Gathers changes for a moment, so that many events about one thing cost one look. */
export interface ChangeGatherer {
  add(change: DirectoryChange): void
  /** True when gathered changes have waited long enough. */
  isDue(): boolean
  /** Answers what was gathered. What is added from now on is due later, also if it is the same. */
  take(): DirtyMarks
  /** How long handing over the last changes took: the next ones are gathered for as long. */
  setPace(lastDeliveryMs: number): void
  /** Forgets all and stops the timer. */
  clear(): void
}

export function createChangeGatherer(timers: Timers, onDue: () => void): ChangeGatherer {
  const dirty = createDirtyDirectories()
  let lastDeliveryMs = 0
  let isDue = false
  let stopTimer: (() => void) | null = null

  const becomeDue = () => {
    stopTimer = null
    isDue = true
    onDue()
  }
  const take = () => {
    isDue = false
    stopTimer?.()
    stopTimer = null
    return dirty.take()
  }

  return {
    add(change) {
      dirty.mark(change)
      if (!isDue) stopTimer ??= timers.after(gatherDelayMs(lastDeliveryMs), becomeDue)
    },
    isDue: () => isDue,
    take,
    setPace(durationMs) {
      lastDeliveryMs = durationMs
    },
    clear() {
      take()
    },
  }
}
