import type { Command } from 'commander'
import { readItemIds, readWords } from './arguments.ts'
import { decideEach, queryOption } from './deciding.ts'
import { helpAfter } from './help.ts'
import type { Perform } from './perform.ts'

interface RejectOptions {
  readonly reason: string
  readonly query?: string
}

/** `intray reject`: items are not sent, for a reason that the ledger keeps. */
export function addReject(program: Command, perform: Perform): void {
  program
    .command('reject')
    .description('Reject items: they are not sent, and stay in the ledger.')
    .argument('[items...]', 'the items’ numbers', readItemIds, [])
    .addOption(queryOption())
    .requiredOption('--reason <words>', 'why, for whoever asks later', readWords)
    .addHelpText(
      'after',
      helpAfter({
        examples: [
          'reject 12 --reason "The picture cannot be read"',
          'reject --query "folder:old state:awaiting_review" --reason "Sent by post"',
        ],
        exits: { 0: 'all were rejected', 1: 'at least one was refused; each is named' },
      }),
    )
    .action((itemIds: readonly number[], { reason, query }: RejectOptions, command: Command) =>
      perform(command, (invocation) =>
        decideEach(invocation, {
          itemIds,
          done: 'rejected',
          query,
          action: () => ({ kind: 'reject', reason }),
        }),
      ),
    )
}
