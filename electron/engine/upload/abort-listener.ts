import { setMaxListeners } from 'node:events'

/** Calls `onAbort` once when the signal aborts, and returns the stop of it. An aborted signal calls nothing. */
export function listenForAbort(signal: AbortSignal, onAbort: () => void): () => void {
  // Node 20 warns of a leak from the eleventh listener on, and one signal may stop 64 uploads.
  setMaxListeners(0, signal)
  signal.addEventListener('abort', onAbort, { once: true })
  return () => {
    signal.removeEventListener('abort', onAbort)
  }
}
