/** Time that can be stopped: what a limit of Intray's own makes a request wait is not the endpoint's doing. */
export interface Deadline {
  pause(): void
  goOn(): void
  /** Nothing is called back any more. */
  stop(): void
}

/** Calls back once `delayMs` have passed that were not spent in a pause. */
export function startDeadline(delayMs: number, onOver: () => void): Deadline {
  let leftMs = delayMs
  let runsSinceMs = performance.now()
  let timer: ReturnType<typeof setTimeout> | undefined = setTimeout(onOver, leftMs)
  let isStopped = false
  const stop = (): void => {
    clearTimeout(timer)
    timer = undefined
  }
  return {
    pause() {
      if (timer === undefined) return
      stop()
      leftMs = Math.max(0, leftMs - (performance.now() - runsSinceMs))
    },
    goOn() {
      if (isStopped || timer !== undefined) return
      runsSinceMs = performance.now()
      timer = setTimeout(onOver, leftMs)
    },
    stop() {
      isStopped = true
      stop()
    },
  }
}
