import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import type { ReadField } from '../../../shared/readings.ts'
import type { EntityIdReading } from '../../../shared/rules.ts'
import { checkFieldName, isFolderField } from './field-token.ts'

/** How an entity id is made of characters of a name. */
export interface EntityIdMaker {
  /** Characters that are taken out; something else must be left. */
  readonly ignored: ReadonlySet<string>
  /** Empty where nothing is left. */
  readonly make: (written: string) => string
}

/** A fixed entity id: texts, and the fields whose values stand between them. */
export type EntityIdTemplate = readonly (
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'value'; readonly field: ReadField }
)[]

/** Makes ready how an entity id is read: characters taken out, then the case, the length, and what comes in front. */
export function compileEntityIdReading(reading: EntityIdReading | undefined): EntityIdMaker {
  const {
    remove,
    case: letters,
    padTo,
    prefix,
  } = reading ?? { remove: '', case: 'as_written', padTo: 0, prefix: '' }
  const ignored = new Set(remove.normalize('NFC').split(''))
  return {
    ignored,
    make(written) {
      const kept =
        ignored.size === 0
          ? written
          : written
              .split('')
              .filter((each) => !ignored.has(each))
              .join('')
      if (kept === '') return ''
      const cased =
        letters === 'as_written' ? kept : letters === 'upper' ? kept.toUpperCase() : kept.toLowerCase()
      return `${prefix}${cased.padStart(padTo, '0')}`
    },
  }
}

/** Reads `ACME-{folder}-{field:branch}`; `\` makes the next character literal. */
export function parseEntityIdTemplate(text: string): { template: EntityIdTemplate; problems: Sentence[] } {
  const template: EntityIdTemplate[number][] = []
  const problems: Sentence[] = []
  for (const [part] of text.normalize('NFC').matchAll(/\\.|\{[^{}]*\}|[^\\{]+|[\\{]/gsu)) {
    if (part.startsWith('{') && part.endsWith('}') && part.length > 1) {
      const name = part.slice(1, -1)
      const field = templateField(name)
      if (field === null) problems.push(say('entity_part_not_allowed', { field: `{${name}}` }))
      else template.push({ kind: 'value', field })
    } else if (part === '{' || part === '\\') {
      problems.push(say('entity_sign_alone', { sign: part }))
    } else {
      template.push({ kind: 'text', text: part.startsWith('\\') ? part.slice(1) : part })
    }
  }
  if (text.trim() === '') problems.push(say('entity_empty'))
  return { template, problems }
}

/** The entity id of a template; null where a value is missing. */
export function fillTemplate(
  template: EntityIdTemplate,
  valueOf: (field: ReadField) => string | null,
): string | null {
  let filled = ''
  for (const part of template) {
    const text = part.kind === 'text' ? part.text : valueOf(part.field)
    if (text === null) return null
    filled += text
  }
  return filled
}

function templateField(name: string): ReadField | null {
  if (isFolderField(name)) return name
  const [kind, field = ''] = name.split(':')
  return kind === 'field' && checkFieldName(field) === null ? `field:${field}` : null
}
