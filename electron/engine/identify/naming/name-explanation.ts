import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import type { NameExplanation, RuleVerdict } from '../../../shared/readings.ts'
import type { NamingRule } from '../../../shared/rules.ts'
import { explainMismatch } from './rule-mismatch.ts'
import { readName } from './name-reading.ts'
import { takeApart } from './path-text.ts'
import { appliesIn } from './rule.ts'
import { readByRule } from './rule-results.ts'
import type { RuleSet } from './rule-set.ts'

/** What every rule of a definition makes of one name, those that are not in force among them. */
export function explainName(
  ruleSet: RuleSet,
  relativePath: string,
  folderId: string | undefined,
  allRules: readonly NamingRule[],
): NameExplanation {
  const path = takeApart(relativePath, ruleSet)
  const judge = (rule: NamingRule): RuleVerdict => {
    const named = { ruleId: rule.id, ruleName: rule.name }
    const notApplied = (why: Sentence): RuleVerdict => ({ ...named, kind: 'not_applied', ...why })
    // Of several rules with one id, the first one counts.
    const isFirst = allRules.find(({ id }) => id === rule.id) === rule
    const compiled = isFirst ? ruleSet.rules.find(({ id }) => id === rule.id) : undefined
    if (compiled === undefined) {
      const problem = ruleSet.problems.find(({ ruleId }) => ruleId === rule.id)
      return notApplied(problem === undefined ? say('rule_is_off') : say('rule_has_problem', { problem }))
    }
    if (!appliesIn(compiled, folderId)) return notApplied(say('rule_not_in_folder'))
    if (path.kind === 'unreadable') return { ...named, kind: 'stopped', ...path.why, stoppedAt: null }
    const { readings } = readByRule(compiled, path, ruleSet)
    if (readings.length > 0) return { ...named, kind: 'matched', readings }
    return { ...named, kind: 'stopped', ...explainMismatch(compiled, path, ruleSet) }
  }
  return {
    path: path.path,
    reading: readName(ruleSet, relativePath, folderId),
    verdicts: allRules.map(judge),
  }
}
