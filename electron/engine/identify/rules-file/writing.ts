import { entityIdReadingSchema, ruleSchema, rulesDefinitionSchema } from '../../../shared/rules.ts'
import type { NamingRule, RulesDefinition } from '../../../shared/rules.ts'
import { rulesFileForm } from './form.ts'

/**
 * The text of a rules file. It is made for version control: keys stand in one order, what is as usual is left out,
 * and each rule, each alias has lines of its own, so that a change shows as little as it is.
 */
export function writeRulesFile(definition: RulesDefinition): string {
  const { rules, mediaTypeAliases, sideNames, entityIds } = definition
  const common = {
    mediaTypeAliases: inOrder(mediaTypeAliases),
    sideNames: unusual(sideNames, usual.sideNames),
    entityIds: unusual(entityIds, usual.entityIds),
  }
  const parts = {
    intrayRules: rulesFileForm,
    rules: rules.map(describeRule),
    ...unusual(common, { mediaTypeAliases: {}, sideNames: {}, entityIds: {} }),
  }
  return `${JSON.stringify(parts, null, 2)}\n`
}

/** What a rule and the parts common to all have where a file says nothing. */
const usualRule = ruleSchema.parse({ id: 'x', name: 'x', pattern: 'x' })
const usualReading = entityIdReadingSchema.parse({})
const usual = rulesDefinitionSchema.parse({})

function describeRule(rule: NamingRule): Record<string, unknown> {
  const { id: _id, name: _name, pattern: _pattern, ...usualParts } = usualRule
  const { fields, entityIdReading } = rule
  return unusual(
    {
      ...rule,
      fields: fields && inOrder(fields),
      entityIdReading: entityIdReading && unusual(entityIdReading, usualReading),
    },
    usualParts,
    Object.keys(ruleSchema.shape),
  )
}

/** The values that are not as usual, in the order of `keys`. */
function unusual(
  values: Readonly<Record<string, unknown>>,
  usualValues: Readonly<Record<string, unknown>>,
  keys: readonly string[] = Object.keys(usualValues),
): Record<string, unknown> {
  const kept = keys.filter((key) => JSON.stringify(values[key]) !== JSON.stringify(usualValues[key]))
  return Object.fromEntries(kept.map((key) => [key, values[key]]))
}

/** By code units: the same everywhere, whatever the language of the system. */
function inOrder<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)))
}
