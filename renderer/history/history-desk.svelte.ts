import type { ItemState } from '../../electron/shared/item-states.ts'
import type { Item } from '../../electron/shared/records.ts'
import { call } from '../bridge/client.ts'
import { ItemDetailState } from '../item/item-detail.svelte.ts'
import { messages } from '../messages/current.ts'
import { ItemList } from '../state/item-list.svelte.ts'
import { toasts } from '../state/toasts.svelte.ts'

const searchDelayMs = 150

/** What the history view is looking for and at. Lives as long as the window. */
class HistoryDesk {
  readonly list = new ItemList(() => ({
    states: [...this.states],
    text: this.text.trim(),
    order: 'newest_first',
    ...(this.folderId !== null && { folderId: this.folderId }),
  }))
  readonly detail = new ItemDetailState()
  text = $state('')
  states = $state.raw<readonly ItemState[]>([])
  /** Null: of all folders. */
  folderId = $state<string | null>(null)
  selectedId = $state<number | null>(null)
  reopening = $state(false)

  #searchTimer: ReturnType<typeof setTimeout> | undefined

  readonly selectedIndex = $derived(this.list.items.findIndex((item) => item.id === this.selectedId))
  readonly isFiltered = $derived(this.states.length > 0 || this.folderId !== null || this.text.trim() !== '')

  start(): () => void {
    const stops = [this.list.start(), this.detail.start()]
    return () => {
      clearTimeout(this.#searchTimer)
      for (const stop of stops) stop()
    }
  }

  /** Searches as soon as the person stops typing for a moment. */
  search(text: string): void {
    this.text = text
    clearTimeout(this.#searchTimer)
    this.#searchTimer = setTimeout(() => void this.list.load(), searchDelayMs)
  }

  toggleState(state: ItemState): void {
    this.filterStates(
      this.states.includes(state) ? this.states.filter((other) => other !== state) : [...this.states, state],
    )
  }

  filterStates(states: readonly ItemState[]): void {
    this.states = states
    void this.list.load()
  }

  filterFolder(folderId: string | null): void {
    this.folderId = folderId
    void this.list.load()
  }

  showEverything(): void {
    this.text = ''
    this.folderId = null
    this.filterStates([])
  }

  select(itemId: number | null): void {
    this.selectedId = itemId
    this.detail.show(itemId)
  }

  step(places: number): void {
    const index = Math.min(Math.max(this.selectedIndex + places, 0), this.list.items.length - 1)
    const item = this.list.items[index]
    if (item !== undefined) this.select(item.id)
  }

  async reopen(item: Item): Promise<void> {
    this.reopening = true
    try {
      await call('review.reopen', { itemId: item.id, revision: item.revision })
      toasts.show({ tone: 'success', title: messages.history.reopened(item.name) })
    } catch (thrown) {
      toasts.showFailure(thrown, messages.history.notReopened(item.name))
    } finally {
      this.reopening = false
    }
  }
}

export const historyDesk = new HistoryDesk()
