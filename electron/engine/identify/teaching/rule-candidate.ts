import { ruleSchema } from '../../../shared/rules.ts'
import type { NamingRule, RulesDefinition } from '../../../shared/rules.ts'
import { compileRules } from '../naming/rule-set.ts'
import type { RuleSet } from '../naming/rule-set.ts'
import { findEntityReading } from './entity-reading.ts'
import { writeExpressions } from './expression-text.ts'
import { generalise } from './generalisation.ts'
import { writePattern } from './pattern-text.ts'
import { readsRightly } from './right-reading.ts'
import { markOf } from './taught-name.ts'
import type { TaughtName } from './taught-name.ts'
import { complexityOf } from './template.ts'
import type { Template } from './template.ts'

/** A rule that reads all names of a group rightly when it stands alone. */
export interface RuleCandidate {
  readonly rule: NamingRule
  readonly template: Template
  readonly complexity: number
  /** Ready to read names, without any other rule. */
  readonly alone: RuleSet
}

/** What candidates are made for: the names to explain, and what is known besides rules. */
export interface RuleTask {
  readonly group: readonly TaughtName[]
  readonly fixedMediaType: string | undefined
  readonly surroundings: Omit<RulesDefinition, 'rules'>
}

type Draft = Omit<RuleCandidate, 'alone'>
type Written = Pick<NamingRule, 'kind' | 'pattern'> & { readonly complexity: number }

/** An expression is proposed where no pattern does as much. */
const expressionComplexity = 50
const maxExpressions = 60

/** Whether some rule reads every name of the group rightly. */
export function isExplainable(task: RuleTask): boolean {
  return findPatterns(task).length > 0 || findExpressions(task).length > 0
}

/** Patterns that read every name of the group rightly, the simplest first. */
export function findPatterns(task: RuleTask): RuleCandidate[] {
  const drafts = draftRules(task, (template) => {
    const pattern = writePattern(template)
    return pattern === null ? [] : [{ kind: 'pattern', pattern, complexity: complexityOf(template) }]
  })
  return chooseRight(drafts, task)
}

/** Expressions that do, the simplest first. */
export function findExpressions(task: RuleTask): RuleCandidate[] {
  const drafts = draftRules(task, (template) => {
    const complexity = complexityOf(template) + expressionComplexity
    return writeExpressions(template).map((pattern) => ({ kind: 'expression', pattern, complexity }))
  })
  return chooseRight(drafts.slice(0, maxExpressions), task)
}

function draftRules({ group, fixedMediaType }: RuleTask, write: (template: Template) => Written[]): Draft[] {
  const entityIdReading = findEntityReading(group.flatMap((name) => markOf(name, 'entity_id') ?? []))
  if (entityIdReading === null) return []
  const drafts = new Map<string, Draft>()
  for (const template of generalise(group)) {
    for (const { kind, pattern, complexity } of write(template)) {
      if (drafts.has(pattern)) continue
      const id = `draft-${String(drafts.size)}`
      const rule = ruleSchema.parse({
        ...{ id, name: id, kind, pattern },
        ...(fixedMediaType !== undefined && { mediaType: fixedMediaType }),
        ...(entityIdReading !== undefined && { entityIdReading }),
      })
      drafts.set(pattern, { rule, template, complexity })
    }
  }
  return [...drafts.values()]
}

/** The drafts without problems that read every name of the group rightly. */
function chooseRight(drafts: readonly Draft[], { group, surroundings }: RuleTask): RuleCandidate[] {
  const all = compileRules({ ...surroundings, rules: drafts.map(({ rule }) => rule) })
  const compiled = new Map(all.rules.map((rule) => [rule.id, { ...all, rules: [rule] }]))
  return drafts.flatMap((draft) => {
    const alone = compiled.get(draft.rule.id)
    const isRight = alone !== undefined && group.every((name) => readsRightly(alone, name))
    return isRight ? [{ ...draft, alone }] : []
  })
}
