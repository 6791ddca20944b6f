import type { NamingRule } from '../../../shared/rules.ts'
import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import type { RuleCandidate } from './rule-candidate.ts'
import type { Part, Template } from './template.ts'

/** One sentence for a person: `Entity id, a dash, a date, a dash, the media type.` */
export function describeProposal(
  candidates: readonly RuleCandidate[],
  displaced: readonly NamingRule[],
  aliases: Readonly<Record<string, readonly string[]>>,
): Sentence {
  const others = displaced.map(describeDisplaced)
  if (candidates.length > 0) {
    const rules = candidates.map(({ rule, template }) => describeRule(rule, template))
    return say('proposed', { parts: [say('proposed_rules', { rules }), ...others] })
  }
  const names = Object.entries(aliases).map(([mediaType, texts]) => say('names_for', { texts, mediaType }))
  const known = names.length === 0 ? [] : [say('new_names', { aliases: names })]
  return say('proposed', { parts: [...known, ...others] })
}

function describeRule({ mediaType }: NamingRule, { segments }: Template): Sentence {
  const [name = [], ...folders] = [...segments].reverse()
  const fixed = mediaType === undefined ? [] : [say('part_fixed_media_type', { mediaType })]
  return say('name_of_parts', {
    parts: [...name.map(describePart), ...folders.map(describeFolder), ...fixed],
  })
}

function describeFolder(parts: readonly Part[]): Sentence {
  const [only, ...others] = parts
  const isAny = only?.kind === 'skip' || (only?.kind === 'field' && only.field.startsWith('folder'))
  if (others.length === 0 && isAny) return say('folder_any')
  return say('folder_named', { parts: parts.map(describePart) })
}

function describePart(part: Part): Sentence {
  switch (part.kind) {
    case 'literal':
      return say('part_literal', { text: part.text })
    case 'separator':
      return say('part_separator')
    case 'skip':
      return say('part_skipped')
    case 'date':
      return say('part_date')
    case 'zeros':
      return say('part_zeros')
    case 'field':
      return say('part_field', { field: part.field })
    case 'optional':
      return say('part_optional', { parts: part.parts.map(describePart) })
  }
}

function describeDisplaced({ name, enabled }: NamingRule): Sentence {
  return enabled
    ? say('rule_leaves_folder', { ruleName: name })
    : say('rule_switched_off', { ruleName: name })
}
