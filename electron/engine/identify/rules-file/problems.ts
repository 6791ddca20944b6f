import type { JSONPath } from 'jsonc-parser'
import type { z } from 'zod'
import type { RuleProblem } from '../../../shared/rules.ts'
import { issueWords } from './issue-words.ts'
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

/**
 * A problem with the words for its place: `Line 14, rule 2: “padTo” must be at most 128.` Without a `path` it is
 * about the file itself, and `words` are whole sentences.
 */
export function problemAt(path: JSONPath | null, line: number, words: string, value?: unknown): RuleProblem {
  const [first, index, ...rest] = path ?? []
  if (first !== 'rules' || typeof index !== 'number') {
    const place = path === null ? words : `${quoted(path)} ${words}.`
    return { ruleId: null, part: partsOfFile.get(first) ?? 'id', words: `Line ${String(line)}: ${place}` }
  }
  const place = rest.length === 0 ? 'it' : quoted(rest)
  return {
    ruleId: ruleIdAt(value, index),
    part: partsOfRule.get(rest[0]) ?? 'id',
    words: `Line ${String(line)}, rule ${String(index + 1)}: ${place} ${words}.`,
  }
}

/** Everything that a schema finds wrong. An unknown key is a problem by itself: a slip would change nothing else. */
export function schemaProblems(error: z.ZodError, { value, lineOf }: JsonText): RuleProblem[] {
  return error.issues.slice(0, maxProblems).flatMap((issue) => {
    // Paths of JSON values have no symbols.
    const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))
    if (issue.code !== 'unrecognized_keys') {
      const words = issueWords(issue).replace(/\.$/, '')
      return [problemAt(path, lineOf(path), words, value)]
    }
    return issue.keys.map((key) => {
      const place = [...path, key]
      return problemAt(place, lineOf(place), 'is no key that is known here', value)
    })
  })
}

function quoted(path: JSONPath): string {
  return `“${path.map((key) => (typeof key === 'number' ? String(key + 1) : key)).join('.')}”`
}

function ruleIdAt(value: unknown, index: number): string | null {
  const rules: unknown = typeof value === 'object' && value !== null && 'rules' in value ? value.rules : []
  const rule: unknown = Array.isArray(rules) ? rules[index] : undefined
  const id: unknown = typeof rule === 'object' && rule !== null && 'id' in rule ? rule.id : undefined
  return typeof id === 'string' ? id : null
}
