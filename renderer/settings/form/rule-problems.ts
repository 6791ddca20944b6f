import type { NamingRule, SettingsProblem } from '../../../electron/shared/settings.ts'
import { messages } from '../../messages/current.ts'

const fields: readonly string[] = ['entity_id', 'media_type', 'skip']

/** The mistakes that people make in rules. The engine reads patterns for good and may refuse more. */
export function ruleProblems(rule: NamingRule, index: number): SettingsProblem[] {
  const { pattern } = rule
  if (pattern === '') return []
  const words = messages.settings.problems
  const named = [...pattern.matchAll(/\{([^{}]*)\}/gu)].map((match) => match[1] ?? '')
  const problem = (field: 'pattern' | 'mediaType', text: string): SettingsProblem[] => [
    { path: `rules.${index}.${field}`, words: text },
  ]
  const unknown = named.find((name) => !fields.includes(name))
  if (unknown !== undefined) return problem('pattern', words.patternFieldUnknown(unknown))
  if (!named.includes('entity_id')) return problem('pattern', words.patternWithoutEntity)
  const isRead = named.includes('media_type')
  if (isRead && rule.mediaType !== undefined) return problem('mediaType', words.mediaTypeTwice)
  return isRead || rule.mediaType !== undefined ? [] : problem('mediaType', words.mediaTypeNowhere)
}
