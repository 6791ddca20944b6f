/** The part of Electron's powerMonitor that is used. */
export interface PowerEvents {
  on(event: 'resume' | 'unlock-screen', listener: () => void): unknown
  off(event: 'resume' | 'unlock-screen', listener: () => void): unknown
}

/** A network needs a moment after a computer wakes. */
const settleMs = 3_000

/**
 * Tells once that the computer woke, however many events that makes, when the network has had a moment to come
 * back. Returns its stop.
 */
export function watchWaking(power: PowerEvents, onWake: () => void, delayMs = settleMs): () => void {
  let timer: NodeJS.Timeout | undefined
  const wake = (): void => {
    clearTimeout(timer)
    timer = setTimeout(onWake, delayMs)
  }
  power.on('resume', wake)
  power.on('unlock-screen', wake)
  return () => {
    clearTimeout(timer)
    power.off('resume', wake)
    power.off('unlock-screen', wake)
  }
}
