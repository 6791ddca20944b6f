import { finding, isBlocked } from '../../../shared/finding-codes.ts'
import type { Finding } from '../../../shared/finding-codes.ts'
import { mediaTypeLabel } from '../../../shared/media-types.ts'
import type { NameReading, RuleReading } from '../../../shared/readings.ts'
import { quote } from '../evidence.ts'

export interface NameInputs {
  /** What the rules in force make of the name, whoever gave the values. */
  readonly reading: NameReading
  /** What is in force now. Null or empty: nobody gave it. */
  readonly values: { readonly entityId: string | null; readonly mediaType: string | null }
  /** What was found about index rows. */
  readonly index: readonly Finding[]
}

/** A person reads the reasons of a few rules, not of fifty. */
const maxReasons = 5

/** What is wrong with the name, where no entity is known: a name matters only while nobody knows better. */
export function judgeName({ values, reading, index }: NameInputs): Finding[] {
  if ((values.entityId ?? '') !== '') return []
  if (reading.kind === 'conflict') return [rulesDisagree(reading.readings)]
  // The name says whose the file is, and the index says otherwise: that is the index's finding.
  if (reading.kind === 'match' && isBlocked(index)) return []
  return [noRule(reading)]
}

function noRule(reading: Exclude<NameReading, { kind: 'conflict' }>): Finding {
  if (reading.kind === 'match') return finding('no_rule', 'Nobody gave the entity id yet.')
  if (reading.reasons.length === 0) return finding('no_rule', 'No naming rule is in force.')
  const shown = reading.reasons
    .slice(0, maxReasons)
    .map(({ ruleName, words }) => `Rule “${ruleName}”: ${words}`)
  const more = reading.reasons.length - shown.length
  return finding(
    'no_rule',
    [...shown, ...(more > 0 ? [`${String(more)} further rules do not fit either.`] : [])].join(' '),
  )
}

function rulesDisagree(readings: readonly RuleReading[]): Finding {
  return finding('rules_disagree', `It could be ${readings.map(readingInWords).join(', or ')}.`)
}

function readingInWords({ entityId, mediaType, fields, ruleName }: RuleReading): string {
  const type = mediaType === null ? 'without a media type' : `with ${mediaTypeLabel(mediaType)}`
  const further = Object.entries(fields).map(([name, value]) => `, ${name} ${quote(value)}`)
  return `${quote(entityId)} ${type}${further.join('')} (rule “${ruleName}”)`
}
