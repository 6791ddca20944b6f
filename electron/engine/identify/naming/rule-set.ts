import type { Sentence } from '../../../shared/sentences/told.ts'
import { say } from '../../../shared/sentences/say.ts'
import type { NamingRule, RuleProblem, RulesDefinition } from '../../../shared/rules.ts'
import { compileAliases } from './alias-table.ts'
import type { AliasTable } from './alias-table.ts'
import { compileEntityIdFormat } from './entity-id-format.ts'
import type { CompiledEntityIdFormat } from './entity-id-format.ts'
import type { ProblemOfRule } from './rule-check.ts'
import { compileRule } from './rule.ts'
import type { CompiledRule } from './rule.ts'
import { compileSides } from './side-names.ts'
import type { SideTable } from './side-names.ts'

export interface RuleSet {
  /** The rules in force, in their order. One with a problem is not among them and never matches. */
  readonly rules: readonly CompiledRule[]
  readonly aliases: AliasTable
  readonly sides: SideTable
  readonly entityIds: CompiledEntityIdFormat
  readonly problems: readonly (RuleProblem & Sentence)[]
}

/** Makes rules ready to read names. A rule that is switched off is left out; its problems are still told. */
export function compileRules(definition: RulesDefinition): RuleSet {
  const sides = compileSides(definition.sideNames)
  const aliases = compileAliases(definition.mediaTypeAliases, sides)
  const format = compileEntityIdFormat(definition.entityIds)
  const problems: (RuleProblem & Sentence)[] = [
    ...aliases.problems.map((problem) => ({ ruleId: null, part: 'mediaTypeAliases' as const, ...problem })),
    ...sides.problems.map((problem) => ({ ruleId: null, part: 'sideNames' as const, ...problem })),
    ...(format.problem === null ? [] : [{ ruleId: null, part: 'entityIds' as const, ...format.problem }]),
  ]
  const rules: CompiledRule[] = []
  const seen = new Set<string>()
  for (const rule of definition.rules) {
    const compiled = compileRule(rule, aliases)
    const found = [...compiled.problems, ...(seen.has(rule.id) ? [sharedId(rule)] : [])]
    seen.add(rule.id)
    problems.push(...found.map((problem) => ({ ruleId: rule.id, ...problem })))
    if (found.length === 0 && rule.enabled) rules.push(compiled.rule)
  }
  return { rules, aliases, sides, entityIds: format.format, problems }
}

function sharedId({ id }: NamingRule): ProblemOfRule {
  return { part: 'id', ...say('id_shared', { id }) }
}
