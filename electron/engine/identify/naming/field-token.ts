import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import { fieldNamePattern, reservedFieldNames } from '../../../shared/rules.ts'
import { parseDateFormat } from './date-format.ts'
import type { FieldToken, FolderField } from './pattern-token.ts'

export type ParsedField =
  | { readonly kind: 'parsed'; readonly token: FieldToken }
  | { readonly kind: 'refused'; readonly why: Sentence }

const plainFields = ['entity_id', 'media_type', 'side', 'skip', 'sep', 'ext'] as const

/** Reads what stands between two braces. */
export function parseField(text: string): ParsedField {
  const plain = plainFields.find((name) => name === text)
  if (plain !== undefined) return { kind: 'parsed', token: { kind: plain } }
  if (isFolderField(text)) return { kind: 'parsed', token: { kind: 'folder', name: text } }
  const colon = text.indexOf(':')
  const [name, detail] = colon === -1 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1)]
  if (name === 'field') return parseNamedField(detail)
  if (name !== 'date') return refused(say('no_such_field', { field: `{${text}}` }))
  if (detail.includes('/')) return refused(say('date_across_names'))
  if (detail === '') return refused(say('date_without_form'))
  const parsed = parseDateFormat(detail)
  return parsed.kind === 'refused'
    ? parsed
    : { kind: 'parsed', token: { kind: 'date', format: parsed.format } }
}

/** What is wrong with the name of a further value; null where it can be used. */
export function checkFieldName(name: string): Sentence | null {
  if (name === '') return say('value_without_name')
  if (!fieldNamePattern.test(name)) return say('value_name_malformed', { name })
  return reservedFieldNames.has(name) ? say('value_name_taken', { name }) : null
}

/** `folder`, or `folder2` to `folder9`. */
export function isFolderField(text: string): text is FolderField {
  return /^folder[2-9]?$/.test(text)
}

function parseNamedField(name: string): ParsedField {
  const why = checkFieldName(name)
  return why === null ? { kind: 'parsed', token: { kind: 'field', name } } : refused(why)
}

function refused(why: Sentence): { readonly kind: 'refused'; readonly why: Sentence } {
  return { kind: 'refused', why }
}
