import type { Command } from 'commander'
import { decisions } from '../decisions.ts'
import { readItemIds, readWords } from './arguments.ts'
import { decideEach } from './deciding.ts'
import { helpAfter } from './help.ts'
import type { Perform } from './perform.ts'

/** `intray reject`: items are not sent, for a reason that the ledger keeps. */
export function addReject(program: Command, perform: Perform): void {
  program
    .command('reject')
    .description('Reject items: they are not sent, and stay in the ledger.')
    .argument('<items...>', 'the items’ numbers', readItemIds)
    .requiredOption('--reason <words>', 'why, for whoever asks later', readWords)
    .addHelpText(
      'after',
      helpAfter({
        examples: ['reject 12 --reason "The picture cannot be read"'],
        exits: { 0: 'all were rejected', 1: 'at least one was refused; each is named' },
      }),
    )
    .action((itemIds: readonly number[], { reason }: { readonly reason: string }, command: Command) =>
      perform(command, (invocation) =>
        decideEach(invocation, {
          itemIds,
          done: 'rejected',
          decide: (context, chosen) => decisions['review.reject'](context, { ...chosen, reason }),
        }),
      ),
    )
}
