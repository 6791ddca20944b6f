import { Option } from 'commander'
import type { Command } from 'commander'
import { itemOrders } from '../../shared/calls/item-calls.ts'
import { itemFilterNames } from '../../shared/item-query-text.ts'
import type { ItemState } from '../../shared/item-states.ts'
import type { ItemOrder } from '../ledger/item-order.ts'
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
  readonly order: ItemOrder
  readonly limit: number
  readonly all?: true
}

/** `intray list`: items of the ledger that a query finds, the last changed ones first. */
export function addList(program: Command, perform: Perform): void {
  program
    .command('list')
    .argument('[query...]', 'words and filters, such as: entity:4711 state:rejected')
    .description('List items of the ledger, the last changed ones first.')
    .option('--state <states>', 'only these states, separated by commas', readStates, [])
    .option('--text <query>', 'the same as the query, for a text that begins with a dash', '')
    .option('--folder <id>', 'only this watched folder')
    .addOption(
      new Option('--order <order>', 'how they are sorted').choices(itemOrders).default('newest_first'),
    )
    .option('--limit <count>', 'how many at most', readCount, 50)
    .option('--all', 'all of them')
    .addHelpText(
      'after',
      helpAfter({
        notes: [
          `A query is made of words, -words that must not be there, and filters: ${itemFilterNames.join(', ')}.`,
          'Put it in single quotes. All of it is told in docs/search.md.',
        ],
        examples: [
          'list --state needs_attention,failed',
          "list 'operator:anna state:rejected decided:last7'",
          "list 'sent:2026-03 entity:cust-10482' --json",
          'list --all',
        ],
        exits: { 0: 'listed, even when nothing was found' },
      }),
    )
    .action((query: readonly string[], options: ListOptions, command: Command) =>
      perform(command, (invocation) =>
        withLedger(invocation, async (ledger) => {
          const { terminal } = invocation
          const limit = options.all === true ? Number.POSITIVE_INFINITY : options.limit
          let shown = 0
          for await (const item of allItems(ledger, {
            states: options.state,
            text: [...query, options.text].join(' ').trim(),
            folderId: options.folder,
            order: options.order,
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
