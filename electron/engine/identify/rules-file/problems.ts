import type { JSONPath } from 'jsonc-parser'
import type { z } from 'zod'
import type { RuleProblem } from '../../../shared/rules.ts'
import { say } from '../../../shared/sentences/say.ts'
import { sayIssue } from '../../../shared/sentences/schema-issue.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import type { JsonText } from './json-text.ts'

type Part = RuleProblem['part']

/** Of a file that is wrong throughout nobody reads more; each place costs a search. */
export const maxProblems = 200

/** The part that each key of a rule belongs to; `id` stands for the rule as a whole. */
const partsOfRule = new Map<unknown, Part>([
  ['pattern', 'pattern'],
  ['kind', 'pattern'],
  ['entityId', 'entityId'],
  ['entityIdReading', 'entityId'],
  ['mediaType', 'mediaType'],
  ['side', 'side'],
  ['fields', 'fields'],
  ['folders', 'folders'],
])

const partsOfFile = new Map<unknown, Part>([
  ['mediaTypeAliases', 'mediaTypeAliases'],
  ['sideNames', 'sideNames'],
  ['entityIds', 'entityIds'],
])

/** A problem at a place of the file. Without a `path` it is about the file itself. */
export function problemAt(
  path: JSONPath | null,
  line: number,
  problem: Sentence,
  value?: unknown,
): RuleProblem {
  const [first, index, ...rest] = path ?? []
  if (first !== 'rules' || typeof index !== 'number') {
    const place = path === null ? null : placeOf(path)
    const told = say('in_rules_file', { line, rule: null, place, problem })
    return { ruleId: null, part: partsOfFile.get(first) ?? 'id', ...told }
  }
  const place = rest.length === 0 ? null : placeOf(rest)
  return {
    ruleId: ruleIdAt(value, index),
    part: partsOfRule.get(rest[0]) ?? 'id',
    ...say('in_rules_file', { line, rule: index + 1, place, problem }),
  }
}

/** Everything that a schema finds wrong. An unknown key is a problem by itself: a slip would change nothing else. */
export function schemaProblems(error: z.ZodError, { value, lineOf }: JsonText): RuleProblem[] {
  return error.issues.slice(0, maxProblems).flatMap((issue) => {
    // Paths of JSON values have no symbols.
    const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))
    if (issue.code !== 'unrecognized_keys') return [problemAt(path, lineOf(path), sayIssue(issue), value)]
    return issue.keys.map((key) => {
      const place = [...path, key]
      return problemAt(place, lineOf(place), say('key_unknown'), value)
    })
  })
}

function placeOf(path: JSONPath): string {
  return path.map((key) => (typeof key === 'number' ? String(key + 1) : key)).join('.')
}

function ruleIdAt(value: unknown, index: number): string | null {
  const rules: unknown = typeof value === 'object' && value !== null && 'rules' in value ? value.rules : []
  const rule: unknown = Array.isArray(rules) ? rules[index] : undefined
  const id: unknown = typeof rule === 'object' && rule !== null && 'id' in rule ? rule.id : undefined
  return typeof id === 'string' ? id : null
}
