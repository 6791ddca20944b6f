import type { MismatchReason, NameReading } from '../../../shared/readings.ts'
import { explainMismatch } from './rule-mismatch.ts'
import type { Mismatch } from './mismatch.ts'
import { takeApart } from './path-text.ts'
import type { ReadablePath } from './path-text.ts'
import { chooseReading } from './reading-choice.ts'
import type { Candidate } from './reading-choice.ts'
import { appliesIn } from './rule.ts'
import type { CompiledRule } from './rule.ts'
import { maxReadings, readByRule } from './rule-results.ts'
import type { RuleResults } from './rule-results.ts'
import type { RuleSet } from './rule-set.ts'

/**
 * Reads whose scan a file is from its path, relative to its watched folder, with `/` between segments. Every rule
 * and every way to cut the name counts: only a single result is an answer. Without `folderId` every rule applies.
 */
export function readName(ruleSet: RuleSet, relativePath: string, folderId?: string): NameReading {
  const path = takeApart(relativePath, ruleSet)
  if (path.kind === 'unreadable') return none(ruleSet, folderId, () => ({ ...path.why, stoppedAt: null }))
  const candidates: Candidate[] = []
  for (const rule of ruleSet.rules) {
    if (!appliesIn(rule, folderId)) continue
    const results = readByRule(rule, path, ruleSet)
    if (results.readings.length > 0) candidates.push(...candidatesOf(rule, results, path, ruleSet))
  }
  return (
    (candidates.length > 0 ? chooseReading(candidates, maxReadings) : null) ??
    none(ruleSet, folderId, (rule) => explainMismatch(rule, path, ruleSet))
  )
}

/** What is longer, the endpoint does not take. */
const maxEntityIdLength = 128

/** With more results than were looked at, those of the organisation's form are looked for once more. */
function candidatesOf(
  rule: CompiledRule,
  { readings, hasMore }: RuleResults,
  path: ReadablePath,
  ruleSet: RuleSet,
): Candidate[] {
  const { expression } = ruleSet.entityIds
  if (expression === null) {
    return readings.map((reading) => ({ reading, hasForm: true, isComplete: !hasMore }))
  }
  const known = new Map<string, boolean>()
  const accepts = (entityId: string): boolean => {
    if (entityId.length > maxEntityIdLength) return false
    const answer = known.get(entityId) ?? expression.test(entityId)
    known.set(entityId, answer)
    return answer
  }
  const isRead = rule.values.template === null
  const formed =
    hasMore && isRead ? readByRule(rule, path, ruleSet, accepts) : { readings: [], hasMore: false }
  const others = readings.map((reading) => ({
    reading,
    hasForm: accepts(reading.entityId),
    isComplete: !hasMore || isRead,
  }))
  return [
    ...formed.readings.map((reading) => ({ reading, hasForm: true, isComplete: !formed.hasMore })),
    ...others,
  ]
}

/** Reasons are for people, who look at a few names; they are put into words only when somebody asks. */
function none(
  ruleSet: RuleSet,
  folderId: string | undefined,
  explain: (rule: CompiledRule) => Mismatch,
): NameReading {
  let reasons: readonly MismatchReason[] | undefined
  return {
    kind: 'none',
    get reasons() {
      reasons ??= ruleSet.rules
        .filter((rule) => appliesIn(rule, folderId))
        .map((rule) => ({ ruleId: rule.id, ruleName: rule.name, ...explain(rule) }))
      return reasons
    },
  }
}
