import type { Item } from '../../electron/shared/records.ts'

/**
 * What was decided here and must not show in the queue again, although an answer that was already under way
 * may still name it. A later revision of the same item is a new matter and shows.
 */
export class Decided {
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- one signal for all: a long queue is filtered after each decision, and must not ask a signal for each of its items
  readonly #revisions = new Map<number, number>()
  #changes = $state(0)

  add(item: Pick<Item, 'id' | 'revision'>): void {
    this.#revisions.set(item.id, item.revision)
    this.#changes += 1
  }

  takeBack(itemId: number): void {
    this.#revisions.delete(itemId)
    this.#changes += 1
  }

  has(itemId: number): boolean {
    return this.#revisions.has(itemId)
  }

  /** The items that were not decided. */
  leave(items: readonly Item[]): readonly Item[] {
    if (this.#changes === 0 || this.#revisions.size === 0) return items
    return items.filter(({ id, revision }) => {
      const decided = this.#revisions.get(id)
      return decided === undefined || revision > decided
    })
  }
}
