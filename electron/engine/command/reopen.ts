import type { Command } from 'commander'
import { readItemIds } from './arguments.ts'
import { decideEach } from './deciding.ts'
import { helpAfter } from './help.ts'
import type { Perform } from './perform.ts'

/** `intray reopen`: takes a rejection back. */
export function addReopen(program: Command, perform: Perform): void {
  program
    .command('reopen')
    .description('Take back the rejection of items: they go to review again.')
    .argument('<items...>', 'the items’ numbers', readItemIds)
    .addHelpText(
      'after',
      helpAfter({
        examples: ['reopen 12'],
        exits: { 0: 'all were reopened', 1: 'at least one was refused; each is named' },
      }),
    )
    .action((itemIds: readonly number[], _options: unknown, command: Command) =>
      perform(command, (invocation) =>
        decideEach(invocation, {
          itemIds,
          done: 'reopened',
          action: () => ({ kind: 'reopen' }),
        }),
      ),
    )
}
