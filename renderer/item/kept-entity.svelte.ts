import type { Item } from '../../electron/shared/records.ts'
import { drafts } from './drafts.svelte.ts'

/**
 * An entity that a person keeps for the next files. It is filled into each file's draft once, where everybody sees
 * it; the file still needs its approval.
 */
class KeptEntity {
  value = $state<string | null>(null)
  /** What was filled already: what a person makes of it afterwards is not overwritten. */
  #filledIds = new Set<number>()

  /** Keeps what stands in the item's field now; an empty field keeps nothing. */
  keepOf(item: Item): void {
    const value = drafts.entityIdOf(item).trim()
    if (value === '') return
    this.value = value
    this.#filledIds = new Set([item.id])
  }

  release(): void {
    this.value = null
    this.#filledIds = new Set()
  }

  toggle(item: Item): void {
    if (this.value === null) this.keepOf(item)
    else this.release()
  }

  /** Fills the kept entity into the item's draft, once. Run it with each item that comes into hand. */
  fill(item: Item): void {
    if (this.value === null || item.role !== 'scan' || this.#filledIds.has(item.id)) return
    this.#filledIds.add(item.id)
    if (drafts.entityIdOf(item).trim() !== this.value) drafts.setEntityId(item, this.value)
  }

  /** What the item would have without it; null where the kept entity changes nothing. */
  replacedIn(item: Item): string | null {
    if (this.value === null || item.entityId === null || item.entityId === this.value) return null
    return drafts.entityIdOf(item).trim() === this.value ? item.entityId : null
  }
}

export const keptEntity = new KeptEntity()
