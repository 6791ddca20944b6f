import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { helpAfter } from '../help.ts'
import { withRulesReading } from '../desk-access.ts'
import type { Perform } from '../perform.ts'
import { readDefinition, tellUnwatchedFolders } from './chosen-rules.ts'
import { printTrial } from './trial-report.ts'
import { tryRules } from './trial.ts'

/** `intray rules try`: what the rules of a file would change, without changing it. */
export function addRulesTry(rules: Command, perform: Perform): void {
  rules
    .command('try')
    .description('Show what the rules of a file would change. Nothing is saved.')
    .argument('<file>', 'a rules file')
    .option('--all', 'name every file, not only the first ones of each kind')
    .addHelpText(
      'after',
      helpAfter({
        examples: ['rules try rules.json', 'rules try rules.json --json'],
        exits: {
          0: 'tried; nothing more contradicts what people confirmed than now',
          1: 'tried; at least one more file contradicts it',
          65: 'the rules file has mistakes; each is named',
        },
      }),
    )
    .action((file: string, options: { readonly all?: true }, command: Command) =>
      perform(command, async (invocation) => {
        const definition = await readDefinition(file)
        await tellUnwatchedFolders(invocation, definition)
        return withRulesReading(invocation, async (desk) => {
          const trial = await tryRules(desk, definition, 'changed')
          await printTrial(invocation.terminal, trial, options.all === true)
          return trial.changes.contradiction > 0 ? exitCodes.needsPerson : exitCodes.done
        })
      }),
    )
}
