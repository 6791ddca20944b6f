import type { z } from 'zod'
import { compileRules } from '../../electron/engine/identify/naming/rule-set.ts'
import type { RuleSet } from '../../electron/engine/identify/naming/rule-set.ts'
import { rulesDefinitionSchema } from '../../electron/shared/rules.ts'

/** Rules as they come out of settings; what is left out has its default, so `{}` stands for the shipped rules. */
export function compiledRules(definition: z.input<typeof rulesDefinitionSchema> = {}): RuleSet {
  return compileRules(rulesDefinitionSchema.parse(definition))
}
