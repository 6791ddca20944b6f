import { SvelteMap } from 'svelte/reactivity'
import { foreignCharacters, isEntityId } from '../../electron/shared/entity-id.ts'
import type { Item } from '../../electron/shared/records.ts'
import { messages } from '../messages/current.ts'

/** What a person typed for an item and has not sent yet. */
export interface Draft {
  readonly entityId?: string
  readonly mediaType?: string
}

export interface DraftErrors {
  readonly entityId?: string
  readonly mediaType?: string
}

/** Typed text by item. Nothing but a decision, or the person, removes it. */
class Drafts {
  readonly #byItem = new SvelteMap<number, Draft>()

  entityIdOf(item: Item): string {
    return this.#byItem.get(item.id)?.entityId ?? item.entityId ?? ''
  }

  mediaTypeOf(item: Item): string {
    return this.#byItem.get(item.id)?.mediaType ?? item.mediaType ?? ''
  }

  setEntityId(item: Item, entityId: string): void {
    this.#byItem.set(item.id, { ...this.#byItem.get(item.id), entityId })
  }

  setMediaType(item: Item, mediaType: string): void {
    this.#byItem.set(item.id, { ...this.#byItem.get(item.id), mediaType })
  }

  clear(item: Item): void {
    this.#byItem.delete(item.id)
  }

  /** What differs from what the ledger has, in the form in which a decision carries it. */
  changesOf(item: Item): Draft {
    const entityId = this.entityIdOf(item).trim()
    const mediaType = this.mediaTypeOf(item).trim()
    return {
      ...(entityId !== (item.entityId ?? '') && { entityId }),
      ...(mediaType !== (item.mediaType ?? '') && { mediaType }),
    }
  }

  isChanged(item: Item): boolean {
    return Object.keys(this.changesOf(item)).length > 0
  }

  /** Why the item could not be sent as it stands. Empty fields count only once the person tried. */
  errorsOf(item: Item, tried: boolean): DraftErrors {
    const text = messages.item.facts
    const entityId = this.entityIdOf(item).trim()
    const errors: { entityId?: string; mediaType?: string } = {}
    if (entityId === '') {
      if (tried) errors.entityId = text.entityMissing
    } else if (!isEntityId(entityId)) {
      const foreign = foreignCharacters(entityId)
      errors.entityId = foreign.length > 0 ? text.entityForeign(foreign) : text.entityTooLong
    }
    if (tried && this.mediaTypeOf(item).trim() === '') errors.mediaType = text.mediaTypeMissing
    return errors
  }
}

export const drafts = new Drafts()
