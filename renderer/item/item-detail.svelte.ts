import type { Failure } from '../../electron/shared/error-codes.ts'
import type { ItemDetail } from '../../electron/shared/records.ts'
import { failureOf } from '../bridge/call-failure.ts'
import { call, listen } from '../bridge/client.ts'

/** Everything that the ledger knows of one item, kept true while it is shown. */
export class ItemDetailState {
  current = $state.raw<ItemDetail | null>(null)
  failure = $state.raw<Failure | null>(null)
  #itemId: number | null = null

  /** Shows another item; null shows none. What is shown of the same item stays until the answer is there. */
  show(itemId: number | null): void {
    if (itemId === this.#itemId) return
    this.#itemId = itemId
    this.current = null
    this.failure = null
    if (itemId !== null) void this.#load(itemId)
  }

  start(): () => void {
    const stops = [
      listen('items.changed', ({ itemIds }) => {
        const itemId = this.#itemId
        if (itemId !== null && (itemIds === null || itemIds.includes(itemId))) void this.#load(itemId)
      }),
      listen('engine.changed', (engine) => {
        if (engine.state === 'running' && this.#itemId !== null) void this.#load(this.#itemId)
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }

  async #load(itemId: number): Promise<void> {
    try {
      const detail = await call('items.get', { itemId })
      if (itemId !== this.#itemId) return
      this.current = detail
      this.failure = null
    } catch (thrown) {
      if (itemId === this.#itemId) this.failure = failureOf(thrown)
    }
  }
}
