import type { Command } from 'commander'
import type { ItemState } from '../../shared/item-states.ts'
import { allItems } from './all-items.ts'
import { readCount, readStates } from './arguments.ts'
import { exitCodes } from './exit-codes.ts'
import { helpAfter } from './help.ts'
import { itemRow, itemRowTitles } from './item-words.ts'
import { withLedger } from './ledger-access.ts'
import type { Perform } from './perform.ts'
import { inThousands } from './terminal.ts'

interface ListOptions {
  readonly state: readonly ItemState[]
  readonly text: string
  readonly folder?: string
  readonly limit: number
  readonly all?: true
}

/** `intray list`: items of the ledger, the last changed ones first. */
export function addList(program: Command, perform: Perform): void {
  program
    .command('list')
    .description('List items of the ledger, the last changed ones first.')
    .option('--state <states>', 'only these states, separated by commas', readStates, [])
    .option('--text <text>', 'part of a name, path, entity, media type or SHA-256', '')
    .option('--folder <id>', 'only this watched folder')
    .option('--limit <count>', 'how many at most', readCount, 50)
    .option('--all', 'all of them')
    .addHelpText(
      'after',
      helpAfter({
        examples: ['list --state needs_attention,failed', 'list --text cust-10482 --json', 'list --all'],
        exits: { 0: 'listed, even when nothing was found' },
      }),
    )
    .action((options: ListOptions, command: Command) =>
      perform(command, (invocation) =>
        withLedger(invocation, async (ledger) => {
          const { terminal } = invocation
          const limit = options.all === true ? Number.POSITIVE_INFINITY : options.limit
          let shown = 0
          for await (const item of allItems(ledger, {
            states: options.state,
            text: options.text,
            folderId: options.folder,
            order: 'newest_first',
          })) {
            if (shown === limit) {
              terminal.tell(`There are more than these ${inThousands(limit)}: add --all, or --limit.`)
              break
            }
            shown += 1
            if (terminal.json) await terminal.printJson(item)
            else await terminal.print(shown === 1 ? `${itemRowTitles}\n${itemRow(item)}` : itemRow(item))
          }
          if (shown === 0) terminal.tell('Nothing was found.')
          return exitCodes.done
        }),
      ),
    )
}
