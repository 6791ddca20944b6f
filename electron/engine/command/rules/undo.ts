import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { helpAfter } from '../help.ts'
import { withRulesChange } from '../desk-access.ts'
import type { Perform } from '../perform.ts'

/** `intray rules undo`: brings back the rules before the last change. */
export function addRulesUndo(rules: Command, perform: Perform): void {
  rules
    .command('undo')
    .description('Bring back the rules before the last change, as a new version.')
    .addHelpText(
      'after',
      helpAfter({
        examples: ['rules undo'],
        exits: { 0: 'brought back', 1: 'there is no earlier version' },
      }),
    )
    .action((_options: unknown, command: Command) =>
      perform(command, (invocation) =>
        withRulesChange(invocation, async (desk) => {
          const { terminal } = invocation
          const { version: before, previous } = await desk['rules.get']({})
          const undone = previous === null ? null : await desk['rules.undo']({ baseVersion: before.version })
          if (terminal.json)
            await terminal.printJson({ undone: undone !== null, version: undone?.version ?? before })
          else if (undone === null) await terminal.print('There is no earlier version of the rules.')
          else {
            const { version, restores } = undone.version
            await terminal.print(
              `Version ${String(version)} is in force: the rules of version ${String(restores)}.`,
            )
          }
          return undone === null ? exitCodes.needsPerson : exitCodes.done
        }),
      ),
    )
}
