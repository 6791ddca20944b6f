import type { NamingRule, RuleProblem } from '../../../shared/rules.ts'
import { quote } from '../evidence.ts'
import { mediaTypeBeside } from './media-meaning.ts'
import type { FieldsRead } from './rule-reader.ts'
import type { RuleValues } from './rule-values.ts'

export type ProblemOfRule = Omit<RuleProblem, 'ruleId'>

/** Whether what a rule reads and what it gives go together: each value must come from exactly one place. */
export function checkRuleValues(rule: NamingRule, values: RuleValues, read: FieldsRead): ProblemOfRule[] {
  return [
    ...(rule.entityId === undefined ? checkReadEntity(rule, read) : checkFixedEntity(values, read)),
    ...checkMediaType(rule, read),
    ...checkSide(rule, values, read),
    ...Object.keys(values.fields).flatMap((name) =>
      read.sometimes.has(`field:${name}`)
        ? [
            problem(
              'fields',
              `“${name}” has a fixed value and is read from the name; only one of them can count.`,
            ),
          ]
        : [],
    ),
  ]
}

function checkReadEntity({ kind }: NamingRule, { always, sometimes }: FieldsRead): ProblemOfRule[] {
  if (always.has('entity_id')) return []
  const field = kind === 'pattern' ? '{entity_id}' : 'The group (?P<entity_id>…)'
  return sometimes.has('entity_id')
    ? [
        problem(
          'pattern',
          `${field} stands in an optional part: without it nothing would say whose file it is.`,
        ),
      ]
    : [problem('pattern', `${field} is missing: nothing would say whose file it is.`)]
}

function checkFixedEntity({ template }: RuleValues, { always, sometimes }: FieldsRead): ProblemOfRule[] {
  if (sometimes.has('entity_id')) {
    return [
      problem(
        'entityId',
        'It has a fixed entity id and {entity_id} in its pattern; only one of them can count.',
      ),
    ]
  }
  return (template ?? []).flatMap((part) => {
    if (part.kind === 'text' || always.has(part.field)) return []
    const words = sometimes.has(part.field)
      ? 'stands in an optional part of the pattern, and the entity id needs it always'
      : 'is not in the pattern'
    return [problem('entityId', `{${part.field}} ${words}.`)]
  })
}

function checkMediaType({ mediaType }: NamingRule, { sometimes }: FieldsRead): ProblemOfRule[] {
  if (mediaType === undefined) return []
  if (sometimes.has('media_type')) {
    const words = 'It has a fixed media type and {media_type} in its pattern; only one of them can count.'
    return [problem('mediaType', words)]
  }
  return mediaType.trim() === '' ? [problem('mediaType', 'Its fixed media type is empty.')] : []
}

function checkSide({ side }: NamingRule, { media }: RuleValues, { sometimes }: FieldsRead): ProblemOfRule[] {
  const isRead = sometimes.has('side')
  if (side !== undefined && isRead)
    return [problem('side', 'It has a fixed side and {side} in its pattern; only one of them can count.')]
  if (media === null || (side === undefined && !isRead)) return []
  const hasBoth = media.front !== null && media.back !== null
  if (isRead && !hasBoth)
    return [
      problem(
        'side',
        `{side} is in its pattern, and its media type ${quote(media.mediaType)} does not have two sides.`,
      ),
    ]
  if (side !== undefined && mediaTypeBeside(media, side) === null)
    return [
      problem(
        'side',
        `The media type ${quote(media.mediaType)} and the fixed side “${side}” contradict each other.`,
      ),
    ]
  return []
}

function problem(part: ProblemOfRule['part'], words: string): ProblemOfRule {
  return { part, words }
}
