import type { Item } from '../../electron/shared/records.ts'
import type { ItemList } from './item-list.svelte.ts'

/**
 * The item in hand. It stays in hand while the list changes around it; when it leaves the list, the one that
 * takes its place is next.
 */
export class ItemSelection {
  readonly #list: ItemList
  readonly #items: () => readonly Item[]
  #held = $state.raw<Item | null>(null)
  #heldIndex = $state(0)
  #soughtId = $state<number | null>(null)

  /** `items` are the list's items in the order in which they are shown. */
  constructor(list: ItemList, items: () => readonly Item[]) {
    this.#list = list
    this.#items = items
  }

  readonly current = $derived.by((): Item | null => {
    const items = this.#items()
    const held = items.find((item) => item.id === this.#held?.id)
    return held ?? items[Math.min(this.#heldIndex, items.length - 1)] ?? null
  })

  readonly index = $derived.by(() => (this.current === null ? -1 : this.#items().indexOf(this.current)))
  /** The next two: a decision shows the first of them, and the next decision the second. */
  readonly nextItems = $derived.by(() => this.#items().slice(this.index + 1, this.index + 3))

  select(item: Item): void {
    this.#soughtId = null
    this.#held = item
    this.#heldIndex = Math.max(0, this.#indexOf(item.id))
  }

  /** Moves by so many places and stops at the ends. */
  step(places: number): void {
    const items = this.#items()
    const item = items[Math.min(Math.max(this.index + places, 0), items.length - 1)]
    if (item !== undefined) this.select(item)
  }

  /** The list will show other items: the item in hand stays where they hold it, else the first one is next. */
  startOver(): void {
    this.#soughtId = null
    this.#heldIndex = 0
  }

  /** Selects an item as soon as it is loaded, and loads on until it is. */
  seek(itemId: number): void {
    this.#soughtId = itemId
  }

  /**
   * Takes note of what is in hand now. Call it whenever the list changed.
   * Returns the item that was in hand before and has left the list, or null.
   */
  settle(): Item | null {
    this.#follow()
    const { current } = this
    if (current === null) return null
    const left = this.#held !== null && this.#held.id !== current.id ? this.#held : null
    this.#held = current
    this.#heldIndex = this.index
    return left
  }

  #follow(): void {
    if (this.#soughtId === null) return
    const found = this.#items()[this.#indexOf(this.#soughtId)]
    if (found !== undefined) this.select(found)
    else if (this.#list.hasMore) void this.#list.loadMore()
    else if (this.#list.loaded && !this.#list.loading) this.#soughtId = null
  }

  #indexOf(itemId: number): number {
    return this.#items().findIndex((item) => item.id === itemId)
  }
}
