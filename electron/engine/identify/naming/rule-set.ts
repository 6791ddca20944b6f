import type { NamingRule } from '../../../shared/settings.ts'
import { compileAliases } from './alias-table.ts'
import type { AliasTable } from './alias-table.ts'
import { parsePattern } from './pattern.ts'
import type { PatternSegment } from './pattern.ts'

/** A rule that is ready to read names. */
export interface CompiledRule {
  readonly id: string
  readonly name: string
  readonly segments: readonly PatternSegment[]
  /** Where the pattern has no media type of its own. */
  readonly fixedMediaType: string | null
}

/** What is wrong with a rule, or with the table of aliases (`ruleId` null). */
export interface RuleProblem {
  readonly ruleId: string | null
  readonly words: string
}

export interface RuleSet {
  /** The rules in force, in their order. One with a problem is not among them and never matches. */
  readonly rules: readonly CompiledRule[]
  readonly aliases: AliasTable
  readonly problems: readonly RuleProblem[]
}

/** Makes rules ready to read names. A rule that is switched off is left out; its problems are still told. */
export function compileRules(
  rules: readonly NamingRule[],
  extraAliases: Readonly<Record<string, readonly string[]>>,
): RuleSet {
  const aliases = compileAliases(extraAliases)
  const problems: RuleProblem[] = aliases.problems.map((words) => ({ ruleId: null, words }))
  const compiled: CompiledRule[] = []
  const seen = new Set<string>()
  for (const rule of rules) {
    const pattern = parsePattern(rule.pattern)
    const words = [...pattern.problems, ...checkMediaType(rule, pattern.segments)]
    if (seen.has(rule.id)) words.push(`Another rule has the id “${rule.id}” too.`)
    seen.add(rule.id)
    problems.push(...words.map((text) => ({ ruleId: rule.id, words: text })))
    if (words.length > 0 || !rule.enabled) continue
    compiled.push({
      id: rule.id,
      name: rule.name,
      segments: pattern.segments,
      fixedMediaType: rule.mediaType?.trim() ?? null,
    })
  }
  return { rules: compiled, aliases, problems }
}

/** A media type must come from exactly one place. */
function checkMediaType(rule: NamingRule, segments: readonly PatternSegment[]): string[] {
  const isRead = segments.some(({ values }) => values.includes('media_type'))
  if (rule.mediaType === undefined) {
    return isRead ? [] : ['{media_type} is missing, and the rule has no fixed media type.']
  }
  if (isRead)
    return ['It has a fixed media type and {media_type} in its pattern; only one of them can count.']
  return rule.mediaType.trim() === '' ? ['Its fixed media type is empty.'] : []
}
