import { SvelteMap } from 'svelte/reactivity'
import type { Item } from '../../electron/shared/records.ts'

/**
 * What was decided here and must not show in the queue again, although an answer that was already under way
 * may still name it. A later revision of the same item is a new matter and shows.
 */
export class Decided {
  readonly #revisions = new SvelteMap<number, number>()

  add(item: Item): void {
    this.#revisions.set(item.id, item.revision)
  }

  takeBack(itemId: number): void {
    this.#revisions.delete(itemId)
  }

  has(itemId: number): boolean {
    return this.#revisions.has(itemId)
  }

  covers(item: Item): boolean {
    const revision = this.#revisions.get(item.id)
    return revision !== undefined && item.revision <= revision
  }
}
