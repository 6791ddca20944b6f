import type { Command } from 'commander'
import { helpAfter } from '../help.ts'
import type { Perform } from '../perform.ts'
import { addRulesCheck } from './check.ts'
import { addRulesExport } from './export.ts'
import { addRulesImport } from './import.ts'
import { addRulesList } from './list.ts'
import { addRulesPropose } from './propose.ts'
import { addRulesShow } from './show.ts'
import { addRulesTry } from './try.ts'
import { addRulesUndo } from './undo.ts'

/** `intray rules`: how names are read, and what another way to read them would change. */
export function addRules(program: Command, perform: Perform): void {
  const rules = program
    .command('rules')
    .description('Look at the rules by which names are read, try others, and put them in force.')
    .addHelpText(
      'after',
      helpAfter({
        examples: [
          'rules list',
          'rules export --output rules.json',
          'rules check examples/ --rules rules.json',
        ],
      }),
    )
  for (const add of [
    addRulesList,
    addRulesShow,
    addRulesCheck,
    addRulesTry,
    addRulesImport,
    addRulesExport,
    addRulesUndo,
    addRulesPropose,
  ])
    add(rules, perform)
}
