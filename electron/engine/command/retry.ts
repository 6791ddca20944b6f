import type { Command } from 'commander'
import { readItemIds } from './arguments.ts'
import { decideEach } from './deciding.ts'
import { helpAfter } from './help.ts'
import type { Perform } from './perform.ts'

/** `intray retry`: sends refused or waiting items again, with all attempts before them. */
export function addRetry(program: Command, perform: Perform): void {
  program
    .command('retry')
    .description('Send items again that the endpoint refused, or that wait for their next attempt.')
    .argument('<items...>', 'the items’ numbers', readItemIds)
    .addHelpText(
      'after',
      helpAfter({
        examples: ['retry 12 13'],
        exits: { 0: 'all are sent again', 1: 'at least one was refused; each is named' },
      }),
    )
    .action((itemIds: readonly number[], _options: unknown, command: Command) =>
      perform(command, (invocation) =>
        decideEach(invocation, {
          itemIds,
          done: 'to be sent again',
          action: () => ({ kind: 'retry' }),
        }),
      ),
    )
}
