import type { Command } from 'commander'
import { readItemIds } from './arguments.ts'
import { decideEach, queryOption } from './deciding.ts'
import { helpAfter } from './help.ts'
import type { Perform } from './perform.ts'

/** `intray undo`: takes the last decision on items back, until they are sent. */
export function addUndo(program: Command, perform: Perform): void {
  program
    .command('undo')
    .description(
      'Take the last decision on items back: they are as before it. Not possible once sending began.',
    )
    .argument('[items...]', 'the items’ numbers', readItemIds, [])
    .addOption(queryOption())
    .addHelpText(
      'after',
      helpAfter({
        notes: [
          'Once more takes the decision before that one back, as long as nothing else happened between them.',
        ],
        examples: ['undo 12 13', 'undo --query "state:rejected changed:today"'],
        exits: { 0: 'all were taken back', 1: 'at least one was refused; each is named' },
      }),
    )
    .action((itemIds: readonly number[], { query }: { readonly query?: string }, command: Command) =>
      perform(command, (invocation) =>
        decideEach(invocation, { itemIds, query, done: 'taken back', action: () => ({ kind: 'undo' }) }),
      ),
    )
}
