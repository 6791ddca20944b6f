import { listen } from '../bridge/client.ts'
import type { Throttle } from './throttle.ts'

/** Asks a refresher at every change of items, and when the engine is back. Returns the stop of both. */
export function followItems(refresher: Throttle): () => void {
  const stops = [
    listen('items.changed', () => refresher.ask()),
    listen('engine.changed', (engine) => {
      if (engine.state === 'running') refresher.ask()
    }),
  ]
  return () => {
    refresher.stop()
    for (const stop of stops) stop()
  }
}
