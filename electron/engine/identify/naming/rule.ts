import type { NamingRule } from '../../../shared/rules.ts'
import type { AliasTable } from './alias-table.ts'
import { checkRuleValues } from './rule-check.ts'
import type { ProblemOfRule } from './rule-check.ts'
import { compileExpressionReader, compilePatternReader } from './rule-reader.ts'
import type { RuleReader } from './rule-reader.ts'
import { compileValues } from './rule-values.ts'
import type { RuleValues } from './rule-values.ts'

/** A rule that is ready to read names. */
export interface CompiledRule {
  readonly id: string
  readonly name: string
  /** The folders where it applies; null: everywhere. */
  readonly folders: ReadonlySet<string> | null
  readonly values: RuleValues
  readonly reader: RuleReader
}

export interface RuleResult {
  /** With a problem it must not be used. */
  readonly rule: CompiledRule
  readonly problems: readonly ProblemOfRule[]
}

/** Makes one rule ready, and says what is wrong with it. */
export function compileRule(rule: NamingRule, aliases: AliasTable): RuleResult {
  const compile = rule.kind === 'pattern' ? compilePatternReader : compileExpressionReader
  const { reader, read, problems } = compile(rule.pattern)
  const { values, problems: valueProblems } = compileValues(rule, aliases, read.sometimes.has('side'))
  const { id, name } = rule
  return {
    rule: {
      id,
      name,
      folders: rule.folders.length === 0 ? null : new Set(rule.folders),
      values,
      reader,
    },
    problems: [
      ...problems.map((problem) => ({ part: 'pattern' as const, ...problem })),
      ...valueProblems.map((problem) => ({ part: 'entityId' as const, ...problem })),
      // What a pattern lacks is known only when the pattern can be read.
      ...(problems.length === 0 ? checkRuleValues(rule, values, read) : []),
    ],
  }
}

/** Whether a rule applies in a folder; without a folder, every rule does. */
export function appliesIn({ folders }: CompiledRule, folderId: string | undefined): boolean {
  return folderId === undefined || folders === null || folders.has(folderId)
}
