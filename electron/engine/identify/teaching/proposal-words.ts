import type { NamingRule } from '../../../shared/rules.ts'
import { mediaTypeLabel } from '../../../shared/media-types.ts'
import { listInWords, quote } from '../../../shared/sentences/english-wording.ts'
import type { RuleCandidate } from './rule-candidate.ts'
import type { Part, Template } from './template.ts'

const characterNames: Readonly<Record<string, string>> = {
  ' ': 'a space',
  '-': 'a dash',
  _: 'an underscore',
  '.': 'a dot',
  '+': 'a plus sign',
  ',': 'a comma',
  '#': 'a hash sign',
}

const fieldNames: Readonly<Record<string, string>> = {
  entity_id: 'the entity id',
  media_type: 'the media type',
  side: 'the side',
}

/** One sentence for a person: `Entity id, a dash, a date, a dash, the media type.` */
export function describeProposal(
  candidates: readonly RuleCandidate[],
  displaced: readonly NamingRule[],
  aliases: Readonly<Record<string, readonly string[]>>,
): string {
  const rules = candidates.map(({ rule, template }) => describeTemplate(template) + describeFixed(rule))
  const parts = [rules.join('; or: '), ...displaced.map(describeDisplaced)].filter((part) => part !== '')
  if (rules.length > 0) return `${capitalise(parts.join('; '))}.`
  const names = Object.entries(aliases).map(
    ([mediaType, texts]) => `${listInWords(texts.map(quote))} for ${quote(mediaTypeLabel(mediaType))}`,
  )
  const known = names.length === 0 ? [] : [`The rules in force, with new names: ${names.join(', ')}`]
  return `${capitalise([...known, ...parts].join('; '))}.`
}

function describeTemplate({ segments }: Template): string {
  const [name = [], ...folders] = [...segments].reverse()
  return [describeParts(name), ...folders.map(describeFolder)].join(', ')
}

function describeFolder(parts: readonly Part[]): string {
  const [only, ...others] = parts
  const isAny = only?.kind === 'skip' || (only?.kind === 'field' && only.field.startsWith('folder'))
  if (others.length === 0 && isAny) return 'in any folder'
  return `in a folder named by ${describeParts(parts)}`
}

function describeParts(parts: readonly Part[]): string {
  return parts.map(describePart).join(', ')
}

function describePart(part: Part): string {
  switch (part.kind) {
    case 'literal':
      return characterNames[part.text] ?? quote(part.text)
    case 'separator':
      return 'a separator'
    case 'skip':
      return 'any text'
    case 'date':
      return 'a date'
    case 'zeros':
      return 'zeros that do not count'
    case 'field':
      return (
        fieldNames[part.field] ??
        (part.field.startsWith('field:') ? `the value ${quote(part.field.slice(6))}` : 'its name')
      )
    case 'optional':
      return `(sometimes: ${describeParts(part.parts)})`
  }
}

function describeFixed({ mediaType }: NamingRule): string {
  return mediaType === undefined ? '' : `, always ${quote(mediaTypeLabel(mediaType))}`
}

function describeDisplaced({ name, enabled }: NamingRule): string {
  return `the rule ${quote(name)} ${enabled ? 'no longer reads this folder' : 'is switched off'}`
}

function capitalise(text: string): string {
  // `The entity id` says no more than `Entity id`.
  const short = text.replace(/^the (?=entity|media|side)/, '')
  return short.charAt(0).toUpperCase() + short.slice(1)
}
