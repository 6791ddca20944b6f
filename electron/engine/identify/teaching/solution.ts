import type { RulesDefinition, MediaTypeAliases, NamingRule } from '../../../shared/rules.ts'
import { compileRules } from '../naming/rule-set.ts'
import { replaceRules } from './displaced-rules.ts'
import { joinAliases } from './new-aliases.ts'
import { readsRightly } from './right-reading.ts'
import type { RuleCandidate } from './rule-candidate.ts'
import { nameRule } from './rule-title.ts'
import type { TaughtName } from './taught-name.ts'

/** New rules and names that explain all examples, together with the rules in force. */
export interface Solution {
  /** With all their marks. */
  readonly examples: readonly TaughtName[]
  /** With their own names and ids. */
  readonly candidates: readonly RuleCandidate[]
  /** Rules in force as they must become. */
  readonly displaced: readonly NamingRule[]
  readonly aliases: MediaTypeAliases
  /** What would be in force. */
  readonly definition: RulesDefinition
}

/** Puts a solution together; null unless all rules together then read every example rightly. */
export function assemble(
  inForce: RulesDefinition,
  examples: readonly TaughtName[],
  parts: Omit<Solution, 'definition' | 'examples'>,
): Solution | null {
  const candidates: RuleCandidate[] = []
  for (const candidate of parts.candidates) {
    const others = [...inForce.rules, ...candidates.map(({ rule }) => rule)]
    candidates.push({ ...candidate, rule: nameRule(candidate.rule, candidate.template, others) })
  }
  const definition = {
    ...inForce,
    rules: replaceRules(inForce.rules, [...parts.displaced, ...candidates.map(({ rule }) => rule)]),
    mediaTypeAliases: joinAliases(inForce.mediaTypeAliases, parts.aliases),
  }
  const ruleSet = compileRules(definition)
  const isUsable = candidates.every(({ rule }) => ruleSet.problems.every(({ ruleId }) => ruleId !== rule.id))
  if (!isUsable || ruleSet.problems.length > compileRules(inForce).problems.length) return null
  return examples.every((name) => readsRightly(ruleSet, name))
    ? { ...parts, examples, candidates, definition }
    : null
}
