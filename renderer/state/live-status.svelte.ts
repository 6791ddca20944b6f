import type { ItemState } from '../../electron/shared/item-states.ts'
import type { Status } from '../../electron/shared/status.ts'
import { call, listen } from '../bridge/client.ts'
import { ledgerTurn } from './ledger-turn.ts'

/** The engine's status. Keeps the last one while the engine is away. */
class LiveStatus {
  current = $state.raw<Status | null>(null)

  start(): () => void {
    const stops = [
      listen('status.changed', (status) => this.#take(status)),
      listen('engine.changed', (engine) => {
        if (engine.state === 'running') void this.#load()
      }),
    ]
    void this.#load()
    return () => {
      for (const stop of stops) stop()
    }
  }

  /** How many items are in one of these states; 0 before the first status. */
  countOf(states: readonly ItemState[]): number {
    const counts = this.current?.counts
    return counts === undefined ? 0 : states.reduce((sum, state) => sum + counts[state], 0)
  }

  #take(status: Status): void {
    const before = this.current
    this.current = status
    if (before !== null && before.ledgerId !== status.ledgerId) ledgerTurn.begin()
  }

  async #load(): Promise<void> {
    try {
      this.#take(await call('status.get', {}))
    } catch {
      // The engine's own state tells why there is no answer, and a reload follows when it runs again.
    }
  }
}

export const liveStatus = new LiveStatus()
