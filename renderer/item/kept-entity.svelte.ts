import type { Item } from '../../electron/shared/records.ts'
import { drafts } from './drafts.svelte.ts'

/**
 * An entity that a person keeps for the next files. It is filled into each file's draft once, where everybody sees
 * it; the file still needs its approval. What a person typed for a file before is not overwritten.
 */
class KeptEntity {
  value = $state<string | null>(null)
  /** What had its turn already: what a person makes of it afterwards is not overwritten. */
  #seenIds = new Set<number>()
  /** What was filled in, so that files that were only passed by can have their own entity again. */
  #filled = new Map<number, Item>()

  /** Keeps what stands in the item's field now; an empty field keeps nothing. */
  keepOf(item: Item): void {
    const value = drafts.entityIdOf(item).trim()
    if (value === '') return
    this.value = value
    this.#seenIds = new Set([item.id])
    this.#filled = new Map()
  }

  /**
   * Keeps it no longer. What was filled into the item in hand stays in sight; files that were passed by and not decided
   * have their own entity again, so that none of them is approved later with one that is not kept any more.
   */
  release(inHand: Item | null = null): void {
    for (const item of this.#filled.values()) {
      if (item.id !== inHand?.id && drafts.entityIdOf(item).trim() === this.value) drafts.clearEntityId(item)
    }
    this.value = null
    this.#seenIds = new Set()
    this.#filled = new Map()
  }

  toggle(item: Item): void {
    if (this.value === null) this.keepOf(item)
    else this.release(item)
  }

  /** Fills the kept entity into the item's draft, once. Run it with each item that comes into hand. */
  fill(item: Item): void {
    if (this.value === null || item.role !== 'scan' || this.#seenIds.has(item.id)) return
    this.#seenIds.add(item.id)
    if (drafts.hasEntityId(item) || item.entityId === this.value) return
    drafts.setEntityId(item, this.value)
    this.#filled.set(item.id, item)
  }

  /** What the item would have without it; null where the kept entity changes nothing. */
  replacedIn(item: Item): string | null {
    if (this.value === null || item.entityId === null || item.entityId === this.value) return null
    return drafts.entityIdOf(item).trim() === this.value ? item.entityId : null
  }
}

export const keptEntity = new KeptEntity()
