import type { Events } from '../shared/contract.ts'

type Progress = Events['upload.progressed']

export interface ProgressTeller {
  tell(progress: Progress): void
  stop(): void
}

/** Tells the progress of uploads at most ten times a second for each item; the newest word wins. */
export function createProgressTeller(
  announce: (progress: Progress) => void,
  intervalMs = 100,
): ProgressTeller {
  const waiting = new Map<number, Progress>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = (): void => {
    timer = undefined
    for (const progress of waiting.values()) announce(progress)
    waiting.clear()
  }
  return {
    tell(progress) {
      waiting.set(progress.itemId, progress)
      timer ??= setTimeout(flush, intervalMs)
    },
    stop() {
      clearTimeout(timer)
    },
  }
}
