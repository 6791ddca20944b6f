import type { NamingRule, RulesDefinition } from '../../../electron/shared/rules.ts'
import { messages } from '../../messages/current.ts'
import { newId } from '../../settings/form/new-id.ts'

/** New values of a rule; `undefined` takes an optional one away. */
export type RulePatch = { readonly [Key in keyof NamingRule]?: NamingRule[Key] | undefined }

const idsOf = (definition: RulesDefinition): string[] => definition.rules.map((rule) => rule.id)

export function withRule(definition: RulesDefinition, id: string, patch: RulePatch): RulesDefinition {
  const rules = definition.rules.map((rule) => (rule.id === id ? patched(rule, patch) : rule))
  return { ...definition, rules }
}

function patched(rule: NamingRule, patch: RulePatch): NamingRule {
  const entries = Object.entries({ ...rule, ...patch }).filter(([, value]) => value !== undefined)
  // Only optional keys can be `undefined` in a patch, so what is needed is still there.
  return Object.fromEntries(entries) as NamingRule
}

/** Adds a rule at the end, under an id that is not taken. Returns that id as well. */
export function withNewRule(
  definition: RulesDefinition,
  rule: NamingRule,
): { definition: RulesDefinition; id: string } {
  const id = newId(rule.name, idsOf(definition))
  return { definition: { ...definition, rules: [...definition.rules, { ...rule, id }] }, id }
}

/** Puts a copy right behind a rule and returns its id as well. */
export function withCopy(
  definition: RulesDefinition,
  id: string,
): { definition: RulesDefinition; id: string } {
  const index = definition.rules.findIndex((rule) => rule.id === id)
  const rule = definition.rules[index]
  if (rule === undefined) return { definition, id }
  const name = messages.rules.list.copyName(rule.name).slice(0, 120)
  const copyId = newId(name, idsOf(definition))
  const rules = definition.rules.toSpliced(index + 1, 0, { ...rule, id: copyId, name })
  return { definition: { ...definition, rules }, id: copyId }
}

export function withoutRule(definition: RulesDefinition, id: string): RulesDefinition {
  return { ...definition, rules: definition.rules.filter((rule) => rule.id !== id) }
}

/** Moves a rule by so many places and stops at the ends. */
export function withMoved(definition: RulesDefinition, id: string, places: number): RulesDefinition {
  const from = definition.rules.findIndex((rule) => rule.id === id)
  const rule = definition.rules[from]
  if (rule === undefined) return definition
  const to = Math.min(Math.max(from + places, 0), definition.rules.length - 1)
  return { ...definition, rules: definition.rules.toSpliced(from, 1).toSpliced(to, 0, rule) }
}

/** The names of one media type; null takes the media type out of the list. */
export function withAliases(
  definition: RulesDefinition,
  mediaType: string,
  names: readonly string[] | null,
): RulesDefinition {
  const { [mediaType]: old, ...others } = definition.mediaTypeAliases
  if (names === null) return { ...definition, mediaTypeAliases: others }
  // A media type keeps its place while its names change.
  const base = old === undefined ? others : definition.mediaTypeAliases
  return { ...definition, mediaTypeAliases: { ...base, [mediaType]: [...names] } }
}
