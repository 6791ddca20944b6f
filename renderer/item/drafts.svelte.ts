import { SvelteMap } from 'svelte/reactivity'
import { foreignCharacters, isEntityId } from '../../electron/shared/entity-id.ts'
import type { Fields } from '../../electron/shared/readings.ts'
import type { Item } from '../../electron/shared/records.ts'
import { messages } from '../messages/current.ts'
import { fieldsOf, rowErrors, rowsOf, sameFields } from './field-rows.ts'
import type { FieldRow, FieldRowErrors } from './field-rows.ts'

/** What a person typed for an item and has not sent yet. */
interface Draft {
  readonly entityId?: string
  readonly mediaType?: string
  readonly rows?: readonly FieldRow[]
}

/** What differs from the ledger, in the form in which a decision carries it. */
export interface Changes {
  readonly entityId?: string
  readonly mediaType?: string
  /** All further values, where one of them changed. */
  readonly fields?: Record<string, string>
}

export interface DraftErrors {
  readonly entityId?: string
  readonly mediaType?: string
  readonly fields?: ReadonlyMap<number, FieldRowErrors>
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

  rowsOf(item: Item): readonly FieldRow[] {
    return this.#byItem.get(item.id)?.rows ?? rowsOf(item.fields)
  }

  setEntityId(item: Item, entityId: string): void {
    this.#set(item, { entityId })
  }

  setMediaType(item: Item, mediaType: string): void {
    this.#set(item, { mediaType })
  }

  setRows(item: Item, rows: readonly FieldRow[]): void {
    this.#set(item, { rows })
  }

  /** Whether another entity than the item's own was typed for it. */
  hasEntityId(item: Item): boolean {
    const entityId = this.#byItem.get(item.id)?.entityId
    return entityId !== undefined && entityId.trim() !== (item.entityId ?? '')
  }

  /** Goes back to the item's own entity and keeps what else was typed. */
  clearEntityId(item: Item): void {
    const { entityId: _, ...rest } = this.#byItem.get(item.id) ?? {}
    this.#byItem.set(item.id, rest)
  }

  /** What was given to an item stands in place of what was typed for the same; what else was typed stays. */
  giveWay(itemId: number, given: Partial<Record<keyof Changes, unknown>>): void {
    const draft = this.#byItem.get(itemId)
    if (draft === undefined) return
    const { entityId, mediaType, rows } = draft
    this.#byItem.set(itemId, {
      ...(given.entityId === undefined && entityId !== undefined && { entityId }),
      ...(given.mediaType === undefined && mediaType !== undefined && { mediaType }),
      ...(given.fields === undefined && rows !== undefined && { rows }),
    })
  }

  clear(item: Item): void {
    this.#byItem.delete(item.id)
  }

  changesOf(item: Item): Changes {
    const entityId = this.entityIdOf(item).trim()
    const mediaType = this.mediaTypeOf(item).trim()
    const fields = this.#fieldsOf(item)
    return {
      ...(entityId !== (item.entityId ?? '') && { entityId }),
      ...(mediaType !== (item.mediaType ?? '') && { mediaType }),
      ...(!sameFields(fields, item.fields) && { fields: { ...fields } }),
    }
  }

  isChanged(item: Item): boolean {
    return Object.keys(this.changesOf(item)).length > 0
  }

  /** Why the item could not be sent as it stands. Empty fields count only once the person tried. */
  errorsOf(item: Item, tried: boolean): DraftErrors {
    const text = messages.item.facts
    const entityId = this.entityIdOf(item).trim()
    const rows = this.#byItem.get(item.id)?.rows
    const fields = rows === undefined ? undefined : rowErrors(rows)
    const entityError = entityId === '' ? (tried ? text.entityMissing : undefined) : entityIdError(entityId)
    const typeMissing = tried && this.mediaTypeOf(item).trim() === ''
    return {
      ...(entityError !== undefined && { entityId: entityError }),
      ...(typeMissing && { mediaType: text.mediaTypeMissing }),
      ...(fields !== undefined && fields.size > 0 && { fields }),
    }
  }

  #fieldsOf(item: Item): Fields {
    const rows = this.#byItem.get(item.id)?.rows
    return rows === undefined ? item.fields : fieldsOf(rows)
  }

  #set(item: Item, change: Draft): void {
    this.#byItem.set(item.id, { ...this.#byItem.get(item.id), ...change })
  }
}

/** What is wrong with a typed entity id, in words; undefined for a good one. */
export function entityIdError(entityId: string): string | undefined {
  if (isEntityId(entityId)) return undefined
  const text = messages.item.facts
  const foreign = foreignCharacters(entityId)
  return foreign.length > 0 ? text.entityForeign(foreign) : text.entityTooLong
}

export const drafts = new Drafts()
