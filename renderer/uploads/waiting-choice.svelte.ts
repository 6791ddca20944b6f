import { SvelteSet } from 'svelte/reactivity'
import type { Item } from '../../electron/shared/records.ts'

/** The waiting files that a person has ticked. */
class WaitingChoice {
  readonly #ids = new SvelteSet<number>()

  has(itemId: number): boolean {
    return this.#ids.has(itemId)
  }

  set(itemId: number, chosen: boolean): void {
    if (chosen) this.#ids.add(itemId)
    else this.#ids.delete(itemId)
  }

  /** Forgets files that wait no more. */
  keepOnly(items: readonly Item[]): void {
    const waiting = new Set(items.map((item) => item.id))
    for (const itemId of this.#ids) if (!waiting.has(itemId)) this.#ids.delete(itemId)
  }

  clear(): void {
    this.#ids.clear()
  }

  /** Those of the items that are ticked. */
  of(items: readonly Item[]): readonly Item[] {
    return items.filter((item) => this.#ids.has(item.id))
  }
}

export const waitingChoice = new WaitingChoice()
