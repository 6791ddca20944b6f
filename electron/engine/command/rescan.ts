import type { Command } from 'commander'
import { readItemIds, readWords } from './arguments.ts'
import { decideEach } from './deciding.ts'
import { helpAfter } from './help.ts'
import type { Perform } from './perform.ts'

/** `intray rescan`: rejects items and asks, by a slip in their folder, for new scans. */
export function addRescan(program: Command, perform: Perform): void {
  program
    .command('rescan')
    .description('Reject items and ask for new scans, by a slip in the “rescan” sub-folder of their folder.')
    .argument('<items...>', 'the items’ numbers', readItemIds)
    .requiredOption('--reason <words>', 'what is wrong with the scan, for whoever scans it again', readWords)
    .addHelpText(
      'after',
      helpAfter({
        examples: ['rescan 12 --reason "The lower edge is cut off"'],
        exits: { 0: 'all were asked for', 1: 'at least one was refused; each is named' },
      }),
    )
    .action((itemIds: readonly number[], { reason }: { readonly reason: string }, command: Command) =>
      perform(command, (invocation) =>
        decideEach(invocation, {
          itemIds,
          done: 'asked for again',
          action: () => ({ kind: 'request_rescan', reason }),
        }),
      ),
    )
}
