import { replaceRules } from '../../../../electron/engine/identify/teaching/displaced-rules.ts'
import { joinAliases } from '../../../../electron/engine/identify/teaching/new-aliases.ts'
import type { RulesProposal } from '../../../../electron/shared/readings.ts'
import type { RulesDefinition } from '../../../../electron/shared/rules.ts'

/** The rules as they are when a person has accepted a proposal. */
export function accept(definition: RulesDefinition, { rules, aliases }: RulesProposal): RulesDefinition {
  return {
    ...definition,
    rules: replaceRules(definition.rules, rules),
    mediaTypeAliases: joinAliases(definition.mediaTypeAliases, aliases),
  }
}
