import type { Sentence } from '../../../shared/sentences/told.ts'
import { say, sayAll } from '../../../shared/sentences/say.ts'
import { finding, isBlocked } from '../../../shared/finding-codes.ts'
import type { Finding } from '../../../shared/finding-codes.ts'
import type { NameReading, RuleReading } from '../../../shared/readings.ts'

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
  if (reading.kind === 'match') return finding('no_rule', say('nobody_gave_entity'))
  if (reading.reasons.length === 0) return finding('no_rule', say('no_rule_in_force'))
  const shown = reading.reasons
    .slice(0, maxReasons)
    .map(({ ruleName, ...reason }) => say('rule_says', { ruleName, reason }))
  const count = reading.reasons.length - shown.length
  return finding('no_rule', sayAll(count > 0 ? [...shown, say('further_rules', { count })] : shown))
}

function rulesDisagree(readings: readonly RuleReading[]): Finding {
  return finding('rules_disagree', say('could_be', { readings: readings.map(sayReading) }))
}

function sayReading({ entityId, mediaType, fields, ruleName }: RuleReading): Sentence {
  const values = say('values', { entityId, mediaType, fields: Object.entries(fields) })
  return say('values_by_rule', { ruleName, values })
}
