import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { IntrayError } from '../../../shared/error-codes.ts'
import { definitionOf } from '../../../shared/rules.ts'
import type { RuleProblem, RulesDefinition } from '../../../shared/rules.ts'
import { compileRules } from '../../identify/naming/rule-set.ts'
import { readRulesFile } from '../../identify/rules-file/reading.ts'
import { readRuleBook, unnumberedRules } from '../../rule-book.ts'
import type { RulesInUse } from '../../rule-book.ts'
import { practiceFolderId } from '../desk-access.ts'
import { readInputFile } from '../input-file.ts'
import type { Invocation } from '../invocation.ts'
import { withLedger } from '../ledger-access.ts'

/**
 * The rules of a file, or else those in force: the ledger's newest, or the settings' where there is no ledger yet.
 * With a file neither ledger nor settings are needed. Throws `rules_file_refused`.
 */
export async function chosenRules(invocation: Invocation, file: string | undefined): Promise<RulesInUse> {
  if (file !== undefined) {
    const rules = unnumberedRules(await readDefinition(file))
    return { ...rules, ruleSet: compileRules(rules.definition) }
  }
  const definition = definitionOf(await invocation.settings())
  const hasLedger = existsSync(await invocation.ledgerFile())
  if (hasLedger) return withLedger(invocation, (ledger) => readRuleBook(ledger, definition))
  return { ...unnumberedRules(definition), ruleSet: compileRules(definition) }
}

/** Reads a rules file whose every rule can be used. Throws `rules_file_refused` with every problem. */
export async function readDefinition(file: string): Promise<RulesDefinition> {
  const path = resolve(file)
  const text = (await readInputFile(path, 'rules_file_refused')).toString('utf8')
  const { definition, problems } = readRulesFile(text)
  const found = definition === null ? problems : compileRules(definition).problems
  return definition === null || found.length > 0 ? refuseRules(found, path) : definition
}

/** Throws `rules_file_refused` with every problem. */
export function refuseRules(problems: readonly RuleProblem[], ...path: readonly string[]): never {
  const lines = problems.map(({ ruleId, words }) => (ruleId === null ? words : `Rule “${ruleId}”: ${words}`))
  throw new IntrayError('rules_file_refused', [...path, ...lines].join('\n'))
}

/** Says which rules of a file are for folders that nobody watches: they would read nothing, and that is often a slip. */
export async function tellUnwatchedFolders(
  invocation: Invocation,
  { rules }: RulesDefinition,
): Promise<void> {
  const watched = new Set((await invocation.settings()).folders.map(({ id }) => id))
  for (const { id, folders } of rules) {
    const unwatched = folders.filter((folder) => folder !== practiceFolderId && !watched.has(folder))
    if (unwatched.length === 0) continue
    invocation.terminal.tell(`Rule “${id}” is for folders that are not watched: ${unwatched.join(', ')}.`)
  }
}
