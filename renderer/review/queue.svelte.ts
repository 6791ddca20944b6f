import { parseItemQuery } from '../../electron/shared/item-query-text.ts'
import { viewStates } from '../../electron/shared/item-states.ts'
import type { Preferences } from '../../electron/shared/preferences.ts'
import type { Item } from '../../electron/shared/records.ts'
import { call } from '../bridge/client.ts'
import { today } from '../format/iso-day.ts'
import { messages } from '../messages/current.ts'
import { targetOfFound, targetWithout } from '../state/bulk-target.ts'
import type { BulkTarget } from '../state/bulk-target.ts'
import { ItemList } from '../state/item-list.svelte.ts'
import { ItemSelection } from '../state/item-selection.svelte.ts'
import { MarkedItems } from '../state/marked-items.svelte.ts'
import { preferences } from '../state/preferences.svelte.ts'
import { toasts } from '../state/toasts.svelte.ts'
import { Decided } from './decided.svelte.ts'
import { isGroup, queueGroups, rowsOfGroups } from './queue-rows.ts'
import type { QueueGroup, QueueRow } from './queue-rows.ts'

export type QueueOrder = Preferences['queue']['order']

/** How close to the end of what is loaded the selection may come before more is loaded. */
const lookAheadRows = 30
/** Typing in the filter asks the ledger this long after the last key. */
const filterPauseMs = 150

/** What waits for a decision: filtered, ordered and grouped; the item in hand, and the marks. */
export class ReviewQueue {
  /** What stands in the filter box. */
  filter = $state('')
  /** What the list asks for: the filter as it was when typing paused. */
  #asked = $state('')
  /** While another list is on its way, the item in hand stays as it is. */
  #changing = $state(false)
  #pause: ReturnType<typeof setTimeout> | undefined

  readonly list = new ItemList(() => ({ ...this.#selectedItems(), order: this.listOrder }))
  readonly decided = new Decided()
  readonly items = $derived(this.decided.leave(this.list.items))
  readonly selection = new ItemSelection(this.list, () => this.items)
  readonly marks = new MarkedItems({
    items: () => this.items,
    hasMore: () => this.list.hasMore,
    selection: () => this.#selectedItems(),
  })

  readonly grouping = $derived(preferences.current.queue.group)
  readonly order = $derived(preferences.current.queue.order)
  /** A group stands together only where the list is ordered by it. */
  readonly listOrder = $derived.by((): QueueOrder => {
    if (this.grouping === 'entity') return 'by_entity'
    return this.grouping === 'folder' ? 'by_path' : this.order
  })
  readonly groups = $derived(
    this.grouping === 'none' ? [] : queueGroups(this.items, this.grouping, this.list.hasMore),
  )
  readonly rows = $derived.by((): readonly QueueRow[] =>
    this.grouping === 'none' ? this.items : rowsOfGroups(this.groups),
  )
  readonly selectedRow = $derived.by(() => {
    const { current, index } = this.selection
    if (this.grouping === 'none' || current === null) return index
    return this.rows.findIndex((row) => !isGroup(row) && row.id === current.id)
  })
  readonly problems = $derived(parseItemQuery(this.filter, today()).problems)
  readonly isFiltered = $derived(this.#asked.trim() !== '')
  /** The group of the item in hand; all of the queue where it is not grouped. */
  readonly groupInHand = $derived.by(() => {
    const { current } = this.selection
    if (this.grouping === 'none') return null
    return this.groups.find((group) => group.items.some((item) => item.id === current?.id)) ?? null
  })

  start(): () => void {
    const stop = this.list.start()
    return () => {
      clearTimeout(this.#pause)
      stop()
    }
  }

  /** Takes what is typed; the list follows as soon as typing pauses. Nothing is asked that cannot be read. */
  type(filter: string): void {
    this.filter = filter
    clearTimeout(this.#pause)
    this.#pause = setTimeout(() => this.applyFilter(), filterPauseMs)
  }

  /** Follows what is typed now: whoever leaves the field means the next key for what the filter finds. */
  applyFilter(): void {
    clearTimeout(this.#pause)
    if (this.problems.length > 0 || this.#asked === this.filter.trim()) return
    this.#asked = this.filter.trim()
    void this.#showAnother()
  }

  /** Changes grouping or order, keeps it for the next time, and reads the list anew. */
  async arrange(part: Partial<Preferences['queue']>): Promise<void> {
    try {
      await preferences.change({ queue: { ...preferences.current.queue, ...part } })
    } catch (thrown) {
      toasts.showFailure(thrown, messages.review.notArranged)
    }
  }

  /** Reads the list anew, for another order or filter. */
  async #showAnother(): Promise<void> {
    this.#changing = true
    this.marks.clear()
    this.selection.startOver()
    await this.list.load()
    this.selection.settle()
    this.#changing = false
  }

  /** Follows a change of the order. Run it whenever `listOrder` may have changed. */
  followOrder(order: QueueOrder): void {
    if (this.#shownOrder === order) return
    const before = this.#shownOrder
    this.#shownOrder = order
    if (before !== null) void this.#showAnother()
  }
  #shownOrder: QueueOrder | null = null

  /** Marks all that is loaded of a group, or takes their marks away where all have one. */
  markGroup(group: QueueGroup): void {
    const ids = group.items.map(({ id }) => id)
    if (ids.every((id) => this.marks.has(id))) this.marks.without(ids)
    else this.marks.add(ids)
  }

  /** All that the list finds below an item, also what is not loaded yet: what stands above it always is. */
  async findBelow(item: Item): Promise<BulkTarget> {
    const selection = this.#selectedItems()
    const found = await call('items.revisions', selection)
    const above = this.items.slice(0, this.items.findIndex(({ id }) => id === item.id) + 1)
    return targetWithout(targetOfFound(found, selection, this.items) ?? { items: [] }, above)
  }

  /** Takes note of the item in hand. Returns the one that left the queue by itself, or null. */
  settle(): Item | null {
    if (this.#changing) return null
    const left = this.selection.settle()
    if (this.selection.index >= this.items.length - lookAheadRows) void this.list.loadMore()
    return left !== null && !this.decided.has(left.id) ? left : null
  }

  /** Why the list could not be read as the filter says; null where it could, or where something else failed. */
  readonly filterFailure = $derived(this.list.failure?.code === 'query_refused' ? this.list.failure : null)

  #selectedItems() {
    return { states: [...viewStates.review], text: this.#asked }
  }
}
