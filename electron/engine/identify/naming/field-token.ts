import { fieldNamePattern, reservedFieldNames } from '../../../shared/rules.ts'
import { parseDateFormat } from './date-format.ts'
import type { FieldToken, FolderField } from './pattern-token.ts'

export type ParsedField =
  | { readonly kind: 'parsed'; readonly token: FieldToken }
  | { readonly kind: 'refused'; readonly words: string }

const plainFields = ['entity_id', 'media_type', 'side', 'skip', 'sep', 'ext'] as const

const allFields =
  'The fields are {entity_id}, {media_type}, {side}, {date:YYYYMMDD}, {field:name}, {folder}, {sep}, {skip} and {ext}.'

/** Reads what stands between two braces. */
export function parseField(text: string): ParsedField {
  const plain = plainFields.find((name) => name === text)
  if (plain !== undefined) return { kind: 'parsed', token: { kind: plain } }
  if (isFolderField(text)) return { kind: 'parsed', token: { kind: 'folder', name: text } }
  const colon = text.indexOf(':')
  const [name, detail] = colon === -1 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1)]
  if (name === 'field') return parseNamedField(detail)
  if (name !== 'date') return refused(`{${text}} is no field. ${allFields}`)
  if (detail.includes('/')) return refused('A date stands in one name; “/” cannot be a part of it.')
  if (detail === '') return refused('{date} needs the form of the date, such as {date:YYYYMMDD}.')
  const parsed = parseDateFormat(detail)
  return parsed.kind === 'refused'
    ? parsed
    : { kind: 'parsed', token: { kind: 'date', format: parsed.format } }
}

/** What is wrong with the name of a further value; null where it can be used. */
export function checkFieldName(name: string): string | null {
  if (name === '') return 'A further value needs a name, such as {field:branch}.'
  if (!fieldNamePattern.test(name))
    return `“${name}” cannot name a value: lower-case letters, digits and “_” only, beginning with a letter.`
  return reservedFieldNames.has(name) ? `The name “${name}” is taken by the endpoint or by Intray.` : null
}

/** `folder`, or `folder2` to `folder9`. */
export function isFolderField(text: string): text is FolderField {
  return /^folder[2-9]?$/.test(text)
}

function parseNamedField(name: string): ParsedField {
  const words = checkFieldName(name)
  return words === null ? { kind: 'parsed', token: { kind: 'field', name } } : refused(words)
}

function refused(words: string): { readonly kind: 'refused'; readonly words: string } {
  return { kind: 'refused', words }
}
