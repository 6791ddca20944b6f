import type { ReadField } from '../../electron/shared/readings.ts'
import { messages } from '../messages/current.ts'

/** What a part of a name gives. Numbered folders and named values share one look each. */
export const fieldKinds = ['entity_id', 'media_type', 'side', 'date', 'folder', 'value'] as const
export type FieldKind = (typeof fieldKinds)[number]

interface FieldLook {
  /** Text and tint. */
  readonly colours: string
  /** The same in a form that needs no colour. */
  readonly underline: string
}

/** Each kind has its colour and its kind of underline, everywhere. */
export const fieldLooks: Readonly<Record<FieldKind, FieldLook>> = {
  entity_id: { colours: 'bg-entity-tint text-entity', underline: 'underline decoration-solid decoration-2' },
  media_type: { colours: 'bg-kind-tint text-kind', underline: 'underline decoration-double' },
  side: { colours: 'bg-side-tint text-side', underline: 'underline decoration-dashed' },
  date: { colours: 'bg-date-tint text-date', underline: 'underline decoration-dotted decoration-2' },
  folder: { colours: 'bg-folder-tint text-folder', underline: 'overline decoration-solid' },
  value: { colours: 'bg-value-tint text-value', underline: 'underline decoration-wavy' },
}

export function fieldKindOf(field: ReadField): FieldKind {
  if (field.startsWith('field:')) return 'value'
  if (field.startsWith('folder')) return 'folder'
  return fieldKinds.find((kind) => kind === field) ?? 'value'
}

/** `folder2` -> `Folder 2`, `field:branch` -> `Other value: branch`. */
export function fieldLabel(field: ReadField): string {
  const text = messages.rules.fields
  const kind = fieldKindOf(field)
  if (kind === 'value') return text.named(text.value, field.slice('field:'.length))
  const number = kind === 'folder' ? field.slice('folder'.length) : ''
  return number === '' ? text[kind] : text.numbered(text[kind], number)
}
