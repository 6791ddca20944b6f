import { SvelteSet } from 'svelte/reactivity'
import type { Item } from '../../electron/shared/records.ts'

/** The files of a list that a person has ticked. */
class TickedItems {
  readonly #ids = new SvelteSet<number>()

  has(itemId: number): boolean {
    return this.#ids.has(itemId)
  }

  set(itemId: number, chosen: boolean): void {
    if (chosen) this.#ids.add(itemId)
    else this.#ids.delete(itemId)
  }

  /** Forgets files that have left the list. */
  keepOnly(items: readonly Item[]): void {
    const present = new Set(items.map((item) => item.id))
    for (const itemId of this.#ids) if (!present.has(itemId)) this.#ids.delete(itemId)
  }

  clear(): void {
    this.#ids.clear()
  }

  /** Those of the items that are ticked. */
  of(items: readonly Item[]): readonly Item[] {
    return items.filter((item) => this.#ids.has(item.id))
  }
}

/** Of the files that wait to be sent. */
export const waitingChoice = new TickedItems()
/** Of the files that need a person. */
export const stuckChoice = new TickedItems()
