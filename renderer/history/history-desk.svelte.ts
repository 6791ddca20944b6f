import { emptyItemQuery, formatItemQuery, parseItemQuery } from '../../electron/shared/item-query-text.ts'
import type { Item } from '../../electron/shared/records.ts'
import { call } from '../bridge/client.ts'
import { dayOf } from '../format/iso-day.ts'
import { decisionOn } from '../item/approval.ts'
import { ItemDetailState } from '../item/item-detail.svelte.ts'
import { sitting } from '../item/sitting.svelte.ts'
import { messages } from '../messages/current.ts'
import { asOperator } from '../operator/as-operator.ts'
import { minuteClock } from '../state/clock.svelte.ts'
import { ItemList } from '../state/item-list.svelte.ts'
import { MarkedItems } from '../state/marked-items.svelte.ts'
import { toasts } from '../state/toasts.svelte.ts'
import { MatchCount } from './match-count.svelte.ts'

const searchDelayMs = 150

/** What the history view is looking for and at. Lives as long as the window. */
class HistoryDesk {
  /** The query as it was typed. Chips and saved searches only change this text. */
  text = $state('')
  /** The last text that could be read; what is shown is what it finds. */
  #asked = $state('')
  readonly list = new ItemList(() => ({ text: this.#asked, order: 'newest_first' }))
  readonly detail = new ItemDetailState()
  readonly matches = new MatchCount(() => this.#asked)
  readonly marks = new MarkedItems({
    items: () => this.list.items,
    hasMore: () => this.list.hasMore,
    selection: () => ({ text: this.#asked }),
  })
  selectedId = $state<number | null>(null)
  reopening = $state(false)

  #searchTimer: ReturnType<typeof setTimeout> | undefined

  readonly #today = $derived(dayOf(new Date(minuteClock.nowMs)))
  readonly #parsed = $derived(parseItemQuery(this.text, this.#today))
  /** What of the query cannot be read. */
  readonly problems = $derived(this.#parsed.problems)
  readonly selectedIndex = $derived(this.list.items.findIndex((item) => item.id === this.selectedId))
  readonly isFiltered = $derived(this.#asked !== '')
  /** What the list on the screen was asked for. */
  readonly asked = $derived(this.#asked)

  start(): () => void {
    const stops = [this.list.start(), this.detail.start(), this.matches.start()]
    return () => {
      clearTimeout(this.#searchTimer)
      for (const stop of stops) stop()
    }
  }

  /** Searches as soon as the person stops typing for a moment. */
  search(text: string): void {
    this.text = text
    clearTimeout(this.#searchTimer)
    this.#searchTimer = setTimeout(() => this.#ask(), searchDelayMs)
  }

  /** Shows what a query finds, at once. */
  show(text: string): void {
    clearTimeout(this.#searchTimer)
    this.text = text
    this.#ask()
  }

  showEverything(): void {
    this.show(formatItemQuery(emptyItemQuery))
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
      const reopened = await asOperator(() => call('review.reopen', decisionOn(item)))
      const title = messages.history.reopened(item.name)
      sitting.offer(sitting.noteOne('reopen', reopened, title), { tone: 'success', title })
    } catch (thrown) {
      toasts.showFailure(thrown, messages.history.notReopened(item.name))
    } finally {
      this.reopening = false
    }
  }

  #ask(): void {
    if (this.problems.length > 0) return
    const asked = this.text.trim()
    if (asked === this.#asked && this.list.loaded) return
    this.#asked = asked
    this.marks.clear()
    void this.list.load()
    this.matches.ask()
  }
}

export const historyDesk = new HistoryDesk()
