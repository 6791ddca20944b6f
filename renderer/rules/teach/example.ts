import type { NameExample, TriedName } from '../../../electron/shared/readings.ts'
import type { Item } from '../../../electron/shared/records.ts'
import { fieldNamePattern, reservedFieldNames } from '../../../electron/shared/rules.ts'
import { marksFromEntity } from './marks.ts'
import type { Mark } from './marks.ts'

/** A name that a person teaches from. */
export interface Example {
  readonly itemId: number
  readonly folderId: string
  /** In NFC. */
  readonly path: string
  readonly marks: readonly Mark[]
  /** What a person entered for the file before, if anybody did. */
  readonly entityId: string | undefined
  readonly mediaType: string | undefined
  /** Its marks were taken over from another example, and no person has touched them yet. */
  readonly isGuessed: boolean
}

export function exampleOfRow({ itemId, folderId, path, before }: TriedName): Example {
  return exampleOf(itemId, folderId, path, before)
}

export function exampleOfItem(item: Item): Example {
  return exampleOf(item.id, item.folderId, item.path.normalize('NFC'), item)
}

function exampleOf(
  itemId: number,
  folderId: string,
  path: string,
  known: Pick<Item, 'entityId' | 'mediaType' | 'readBy'>,
): Example {
  const isEntered = known.readBy === 'person'
  const entityId = isEntered ? (known.entityId ?? undefined) : undefined
  const mediaType = isEntered ? (known.mediaType ?? undefined) : undefined
  return {
    itemId,
    folderId,
    path,
    marks: marksFromEntity(path, entityId),
    entityId,
    mediaType,
    isGuessed: false,
  }
}

/** The form in which an example is sent. What a person marked says more than what was entered before. */
export function nameExampleOf({ folderId, path, marks, entityId, mediaType }: Example): NameExample {
  const saysType = marks.some((mark) => mark.field === 'media_type')
  return {
    folderId,
    path,
    marks,
    ...(entityId !== undefined && { entityId }),
    ...(mediaType !== undefined && !saysType && { mediaType }),
  }
}

export type Missing = 'entity' | 'meaning'

/** What an example lacks before anything can be proposed from it. */
export function missingIn({ marks, entityId }: Example): Missing | null {
  if (entityId === undefined && !marks.some((mark) => mark.field === 'entity_id')) return 'entity'
  return marks.every(isMeant) ? null : 'meaning'
}

function isMeant({ field, value }: Mark): boolean {
  if (field === 'media_type' || field === 'side') return value !== undefined && value !== ''
  if (!field.startsWith('field:')) return true
  return isFieldName(field.slice('field:'.length))
}

export function isFieldName(name: string): boolean {
  return fieldNamePattern.test(name) && !reservedFieldNames.has(name)
}
