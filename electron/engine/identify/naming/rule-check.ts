import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import type { NamingRule, RuleProblem } from '../../../shared/rules.ts'
import { mediaTypeBeside } from './media-meaning.ts'
import type { FieldsRead } from './rule-reader.ts'
import type { RuleValues } from './rule-values.ts'

export type ProblemOfRule = Sentence & Pick<RuleProblem, 'part'>

/** Whether what a rule reads and what it gives go together: each value must come from exactly one place. */
export function checkRuleValues(rule: NamingRule, values: RuleValues, read: FieldsRead): ProblemOfRule[] {
  return [
    ...(rule.entityId === undefined ? checkReadEntity(rule, read) : checkFixedEntity(values, read)),
    ...checkMediaType(rule, read),
    ...checkSide(rule, values, read),
    ...Object.keys(values.fields).flatMap((name) =>
      read.sometimes.has(`field:${name}`) ? [problem('fields', say('fixed_and_read', { name }))] : [],
    ),
  ]
}

function checkReadEntity({ kind }: NamingRule, { always, sometimes }: FieldsRead): ProblemOfRule[] {
  if (always.has('entity_id')) return []
  const isPattern = kind === 'pattern'
  const why = sometimes.has('entity_id')
    ? say(isPattern ? 'entity_optional' : 'entity_group_optional')
    : say(isPattern ? 'entity_missing' : 'entity_group_missing')
  return [problem('pattern', why)]
}

function checkFixedEntity({ template }: RuleValues, { always, sometimes }: FieldsRead): ProblemOfRule[] {
  if (sometimes.has('entity_id')) {
    return [problem('entityId', say('entity_fixed_and_read'))]
  }
  return (template ?? []).flatMap((part) => {
    if (part.kind === 'text' || always.has(part.field)) return []
    const place = { field: `{${part.field}}` }
    const isOptional = sometimes.has(part.field)
    return [
      problem(
        'entityId',
        isOptional ? say('entity_part_optional', place) : say('entity_part_missing', place),
      ),
    ]
  })
}

function checkMediaType({ mediaType }: NamingRule, { sometimes }: FieldsRead): ProblemOfRule[] {
  if (mediaType === undefined) return []
  if (sometimes.has('media_type')) {
    return [problem('mediaType', say('media_type_fixed_and_read'))]
  }
  return mediaType.trim() === '' ? [problem('mediaType', say('media_type_empty'))] : []
}

function checkSide({ side }: NamingRule, { media }: RuleValues, { sometimes }: FieldsRead): ProblemOfRule[] {
  const isRead = sometimes.has('side')
  if (side !== undefined && isRead) return [problem('side', say('side_fixed_and_read'))]
  if (media === null || (side === undefined && !isRead)) return []
  const hasBoth = media.front !== null && media.back !== null
  if (isRead && !hasBoth) return [problem('side', say('side_without_two', { mediaType: media.mediaType }))]
  if (side !== undefined && mediaTypeBeside(media, side) === null)
    return [problem('side', say('side_contradicts', { mediaType: media.mediaType, side }))]
  return []
}

function problem(part: ProblemOfRule['part'], why: Sentence): ProblemOfRule {
  return { part, ...why }
}
