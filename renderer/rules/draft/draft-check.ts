import type { z } from 'zod'
import {
  aliasesSchema,
  entityIdFormatSchema,
  ruleSchema,
  rulesDefinitionSchema,
  sideNamesSchema,
} from '../../../electron/shared/rules.ts'
import type { NamingRule, RuleProblem, RulesDefinition } from '../../../electron/shared/rules.ts'
import { sayIssue } from '../../../electron/shared/sentences/schema-issue.ts'
import type { Told } from '../../../electron/shared/sentences/told.ts'
import { messages } from '../../messages/current.ts'
import { inWords } from '../../messages/in-words.ts'

/** What is wrong with a draft. Besides the engine's own parts a field of the editor can be empty or too long. */
export interface DraftProblem extends Told {
  readonly ruleId: string | null
  readonly part: RuleProblem['part'] | 'name' | 'entityIdReading'
}

export interface CheckedDraft {
  /** What can be tried: rules that no schema takes are left out, and other parts are as in force. */
  readonly triable: RulesDefinition
  readonly problems: readonly DraftProblem[]
}

/** Finds what the contract would refuse. Everything else is for the engine to judge. */
export function checkDraft(draft: RulesDefinition, inForce: RulesDefinition): CheckedDraft {
  const problems: DraftProblem[] = []
  const rules: NamingRule[] = []
  for (const rule of draft.rules) {
    const result = ruleSchema.safeParse(rule)
    if (result.success) rules.push(result.data)
    else problems.push(...result.error.issues.map((issue) => problemOf(issue, rule.id)))
  }
  const part = <Name extends 'mediaTypeAliases' | 'sideNames' | 'entityIds'>(
    name: Name,
    result: { success: boolean; error?: z.ZodError },
  ): RulesDefinition[Name] => {
    if (result.success) return draft[name]
    const words = result.error?.issues.map(wordsOf).at(0) ?? messages.rules.problems.empty
    problems.push({ ruleId: null, part: name, words })
    return inForce[name]
  }
  const triable = {
    rules,
    mediaTypeAliases: part('mediaTypeAliases', aliasesSchema.safeParse(draft.mediaTypeAliases)),
    sideNames: part('sideNames', sideNamesSchema.safeParse(draft.sideNames)),
    entityIds: part('entityIds', entityIdFormatSchema.safeParse(draft.entityIds)),
  }
  return { triable, problems }
}

/** True when both mean the same; the order of keys does not count, that of rules does. */
export function isSameDefinition(one: RulesDefinition, other: RulesDefinition): boolean {
  return canonical(one) === canonical(other)
}

function canonical(definition: RulesDefinition): string {
  const result = rulesDefinitionSchema.safeParse(definition)
  return JSON.stringify(result.success ? result.data : definition)
}

const ruleParts: Readonly<Record<string, DraftProblem['part']>> = {
  name: 'name',
  pattern: 'pattern',
  folders: 'folders',
  entityId: 'entityId',
  mediaType: 'mediaType',
  side: 'side',
  fields: 'fields',
  entityIdReading: 'entityIdReading',
}

function problemOf(issue: z.core.$ZodIssue, ruleId: string): DraftProblem {
  return { ruleId, part: ruleParts[String(issue.path[0])] ?? 'id', words: wordsOf(issue) }
}

function wordsOf(issue: z.core.$ZodIssue): string {
  const text = messages.rules.problems
  if (issue.code === 'invalid_type') return text.number
  if (issue.code === 'too_small') {
    return issue.origin === 'string' ? text.empty : text.tooSmall(Number(issue.minimum))
  }
  if (issue.code === 'too_big') {
    return issue.origin === 'string'
      ? text.tooLong(Number(issue.maximum))
      : text.tooBig(Number(issue.maximum))
  }
  const { words, said } = sayIssue(issue.code === 'invalid_key' ? (issue.issues[0] ?? issue) : issue)
  return inWords(words, said)
}
