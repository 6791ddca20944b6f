import { SvelteMap } from 'svelte/reactivity'
import type { Item } from '../../electron/shared/records.ts'
import { failureOf } from '../bridge/call-failure.ts'
import { inWords } from '../messages/in-words.ts'

/** What the engine said when it would not send an item as it was typed. The next try asks for a reason first. */
class Refusals {
  readonly #words = new SvelteMap<number, string>()

  /** Takes note of a failed approval, where it was refused for what was found. */
  note(item: Item, thrown: unknown): void {
    const { code, detail, said } = failureOf(thrown)
    if (code === 'item_blocked') this.#words.set(item.id, inWords(detail, said))
  }

  forget(item: Item): void {
    this.#words.delete(item.id)
  }

  /** Empty when the item was not refused. */
  of(item: Item): string {
    return this.#words.get(item.id) ?? ''
  }
}

export const refusals = new Refusals()
