import type { Failure } from '../../../electron/shared/error-codes.ts'
import { emptyItemQuery, formatItemQuery } from '../../../electron/shared/item-query-text.ts'
import type { ItemState } from '../../../electron/shared/item-states.ts'
import type { Item, ItemPage } from '../../../electron/shared/records.ts'
import { failureOf } from '../../bridge/call-failure.ts'
import { call } from '../../bridge/client.ts'
import { appendPage } from '../../state/item-pages.ts'

/** Somebody who looks through a queue does not stay this long; nothing is asked for what is passed by. */
const restMs = 150
const mostItems = 200

/** Other items of one entity, asked for once the person rests on one of its items. */
export class EntityItems {
  items = $state.raw<readonly Item[]>([])
  /** True once the answer for the present item is there. */
  loaded = $state(false)
  failure = $state.raw<Failure | null>(null)
  readonly #states: readonly ItemState[]
  #turn = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(states: readonly ItemState[]) {
    this.#states = states
  }

  /** Looks for what belongs to the entity; null forgets what was found. Returns the stop. */
  follow(entityId: string | null): () => void {
    this.#turn += 1
    const turn = this.#turn
    this.items = []
    this.failure = null
    this.loaded = entityId === null
    if (entityId !== null) this.#timer = setTimeout(() => void this.#load(entityId, turn), restMs)
    return () => {
      this.#turn += 1
      clearTimeout(this.#timer)
    }
  }

  async #load(entityId: string, turn: number): Promise<void> {
    try {
      let cursor: string | null = null
      do {
        const page: ItemPage = await call('items.list', {
          text: formatItemQuery({ ...emptyItemQuery, entities: [entityId] }),
          states: [...this.#states],
          order: 'newest_first',
          limit: mostItems - this.items.length,
          ...(cursor !== null && { cursor }),
        })
        if (turn !== this.#turn) return
        this.items = appendPage(this.items, page.items)
        cursor = page.nextCursor
      } while (cursor !== null && this.items.length < mostItems)
    } catch (thrown) {
      if (turn === this.#turn) this.failure = failureOf(thrown)
    } finally {
      if (turn === this.#turn) this.loaded = true
    }
  }
}
