import type { RulesProposal } from './readings.ts'
import type { RulesDefinition } from './rules.ts'

/**
 * Rules with a proposal in them: a rule with the id of one that is there takes its place, since it says how that one
 * must be so that both agree; the others come behind. Names of media types join those that are known.
 */
export function withProposal(
  definition: RulesDefinition,
  { rules, aliases }: Pick<RulesProposal, 'rules' | 'aliases'>,
): RulesDefinition {
  const proposed = new Map(rules.map((rule) => [rule.id, rule]))
  const present = new Set(definition.rules.map(({ id }) => id))
  const mediaTypeAliases = { ...definition.mediaTypeAliases }
  for (const [mediaType, names] of Object.entries(aliases)) {
    mediaTypeAliases[mediaType] = [...new Set([...(mediaTypeAliases[mediaType] ?? []), ...names])]
  }
  return {
    ...definition,
    rules: [
      ...definition.rules.map((rule) => proposed.get(rule.id) ?? rule),
      ...[...proposed.values()].filter(({ id }) => !present.has(id)),
    ],
    mediaTypeAliases,
  }
}
