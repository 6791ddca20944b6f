import type {
  NamedCharacter,
  NamedField,
  proposalSentences,
} from '../../../../electron/shared/sentences/proposal-sentences.ts'
import { listInWords, mediaTypeInWords, quote, ruleInWords } from './wording.ts'

export const proposals: typeof proposalSentences = {
  proposed: ({ parts }) => {
    const text = parts.join('; ').replace(/^(?:die|der) (?=Entität|Medientyp|Seite)/, '')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  },
  proposed_rules: ({ rules }) => rules.join('; oder: '),
  name_of_parts: ({ parts }) => parts.join(', '),

  part_literal: ({ text }) => wordsIn(literals, text) ?? quote(text),
  part_separator: 'ein Trenner',
  part_skipped: 'beliebiger Text',
  part_date: 'ein Datum',
  part_zeros: 'Nullen, die nicht zählen',
  part_field: ({ field }) =>
    wordsIn(fields, field) ??
    (field.startsWith('field:') ? `die Angabe ${quote(field.slice(6))}` : 'ihr Name'),
  part_optional: ({ parts }) => `(manchmal: ${parts.join(', ')})`,
  part_fixed_media_type: ({ mediaType }) => `immer ${quote(mediaTypeInWords(mediaType))}`,
  folder_any: 'in einem beliebigen Ordner',
  folder_named: ({ parts }) => `in einem Ordner, dessen Name so gebaut ist: ${parts.join(', ')}`,

  rule_switched_off: ({ ruleName }) => `die Regel ${quote(ruleInWords(ruleName))} wird abgeschaltet`,
  rule_leaves_folder: ({ ruleName }) =>
    `die Regel ${quote(ruleInWords(ruleName))} liest diesen Ordner nicht mehr`,
  new_names: ({ aliases }) => `Die geltenden Regeln, mit neuen Namen: ${aliases.join(', ')}`,
  names_for: ({ texts, mediaType }) =>
    `${listInWords(texts.map(quote))} für ${quote(mediaTypeInWords(mediaType))}`,
}

const literals: Readonly<Record<NamedCharacter, string>> = {
  ' ': 'ein Leerzeichen',
  '-': 'ein Bindestrich',
  _: 'ein Unterstrich',
  '.': 'ein Punkt',
  '+': 'ein Pluszeichen',
  ',': 'ein Komma',
  '#': 'ein Rautezeichen',
}

const fields: Readonly<Record<NamedField, string>> = {
  entity_id: 'die Entitäts-ID',
  media_type: 'der Medientyp',
  side: 'die Seite',
}

function wordsIn(all: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(all, name) ? all[name] : undefined
}
