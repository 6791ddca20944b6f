import type { NamingRule, RulesDefinition } from '../../../shared/rules.ts'
import { compileRules } from '../naming/rule-set.ts'
import { readName } from '../naming/name-reading.ts'
import { wrongReadings } from './right-reading.ts'
import type { TaughtName } from './taught-name.ts'

/** A name as far as rules are concerned. */
interface PlacedName {
  readonly folderId: string
  readonly path: string
}

/**
 * The rules in force that read an example otherwise, as they must be so that they no longer do: for other folders
 * alone where they read names there, else switched off.
 */
export function displaceRules(
  definition: RulesDefinition,
  examples: readonly TaughtName[],
  names: readonly PlacedName[],
): NamingRule[] {
  const displaced = new Map<string, NamingRule>()
  const exampleFolders = new Set(examples.map(({ folderId }) => folderId))
  for (;;) {
    const rules = replaceRules(definition.rules, [...displaced.values()])
    const ruleSet = compileRules({ ...definition, rules })
    const wrong = new Set(
      examples.flatMap((name) => wrongReadings(ruleSet, name)).map(({ ruleId }) => ruleId),
    )
    const found = rules.filter(({ id }) => wrong.has(id) && !displaced.has(id))
    if (found.length === 0) return [...displaced.values()]
    for (const rule of found) displaced.set(rule.id, displace(rule, definition, exampleFolders, names))
  }
}

/** The rules, with those of `others` in the place of the ones with the same id, and the rest at the end. */
export function replaceRules(rules: readonly NamingRule[], others: readonly NamingRule[]): NamingRule[] {
  const byId = new Map(others.map((rule) => [rule.id, rule]))
  const ids = new Set(rules.map(({ id }) => id))
  return [...rules.map((rule) => byId.get(rule.id) ?? rule), ...others.filter(({ id }) => !ids.has(id))]
}

function displace(
  rule: NamingRule,
  definition: RulesDefinition,
  exampleFolders: ReadonlySet<string>,
  names: readonly PlacedName[],
): NamingRule {
  const alone = compileRules({ ...definition, rules: [rule] })
  const remaining = new Set(rule.folders.filter((folder) => !exampleFolders.has(folder)))
  for (const { folderId, path } of names) {
    if (exampleFolders.has(folderId) || remaining.has(folderId)) continue
    if (readName(alone, path, folderId).kind !== 'none') remaining.add(folderId)
  }
  return remaining.size === 0 ? { ...rule, enabled: false } : { ...rule, folders: [...remaining] }
}
