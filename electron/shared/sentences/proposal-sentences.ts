import { mediaTypeLabel } from '../media-types.ts'
import { listInWords, quote } from './english-wording.ts'
import type { Words } from './told.ts'

interface Parts {
  readonly parts: readonly Words[]
}

/** What proposed rules read, told as one sentence that is made of its parts. */
export const proposalSentences = {
  /** The rules, or new names for those in force, and what becomes of other rules. */
  proposed: ({ parts }: Parts) => {
    // `The entity id` says no more than `Entity id`.
    const text = parts.join('; ').replace(/^the (?=entity|media|side)/, '')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  },
  proposed_rules: ({ rules }: { rules: readonly Words[] }) => rules.join('; or: '),
  /** What stands in a name, one after the other. */
  name_of_parts: ({ parts }: Parts) => parts.join(', '),

  part_literal: ({ text }: { text: string }) => literalNames[text] ?? quote(text),
  part_separator: 'a separator',
  part_skipped: 'any text',
  part_date: 'a date',
  part_zeros: 'zeros that do not count',
  part_field: ({ field }: { field: string }) =>
    fieldNames[field] ?? (field.startsWith('field:') ? `the value ${quote(field.slice(6))}` : 'its name'),
  part_optional: ({ parts }: Parts) => `(sometimes: ${parts.join(', ')})`,
  part_fixed_media_type: ({ mediaType }: { mediaType: string }) =>
    `always ${quote(mediaTypeLabel(mediaType))}`,
  folder_any: 'in any folder',
  folder_named: ({ parts }: Parts) => `in a folder named by ${parts.join(', ')}`,

  rule_switched_off: ({ ruleName }: { ruleName: string }) => `the rule ${quote(ruleName)} is switched off`,
  rule_leaves_folder: ({ ruleName }: { ruleName: string }) =>
    `the rule ${quote(ruleName)} no longer reads this folder`,
  new_names: ({ aliases }: { aliases: readonly Words[] }) =>
    `The rules in force, with new names: ${aliases.join(', ')}`,
  names_for: ({ texts, mediaType }: { texts: readonly string[]; mediaType: string }) =>
    `${listInWords(texts.map(quote))} for ${quote(mediaTypeLabel(mediaType))}`,
}

/** Characters that have a name. */
export type NamedCharacter = ' ' | '-' | '_' | '.' | '+' | ',' | '#'

const literalNames: Readonly<Partial<Record<string, string>>> = {
  ' ': 'a space',
  '-': 'a dash',
  _: 'an underscore',
  '.': 'a dot',
  '+': 'a plus sign',
  ',': 'a comma',
  '#': 'a hash sign',
} satisfies Record<NamedCharacter, string>

/** Fields of the pattern language that have a name of their own. */
export type NamedField = 'entity_id' | 'media_type' | 'side'

const fieldNames: Readonly<Partial<Record<string, string>>> = {
  entity_id: 'the entity id',
  media_type: 'the media type',
  side: 'the side',
} satisfies Record<NamedField, string>
