import type { Command } from 'commander'
import { lockEngine } from '../ledger/engine-lock.ts'
import { sumCounts } from '../ledger/queries.ts'
import { exitCodes } from './exit-codes.ts'
import { helpAfter } from './help.ts'
import type { Invocation } from './invocation.ts'
import { withWritableLedger } from './ledger-access.ts'
import type { Perform } from './perform.ts'
import { counted } from './terminal.ts'

/** `intray rebuild-search`: what a search looks into, made anew. */
export function addRebuildSearch(program: Command, perform: Perform): void {
  program
    .command('rebuild-search')
    .description('Make what a search looks into anew, from the items, attempts and events of the ledger.')
    .addHelpText(
      'after',
      helpAfter({
        notes: [
          'For a search that does not find what the ledger has. Items and history stay as they are.',
          'Refused while an Intray runs on this ledger. Takes about a minute for a million items.',
        ],
        examples: ['rebuild-search', 'rebuild-search --live --json'],
        exits: { 0: 'made anew', 73: 'an Intray runs on this ledger; nothing was changed' },
      }),
    )
    .action((_options: unknown, command: Command) => perform(command, rebuildSearch))
}

async function rebuildSearch(invocation: Invocation): Promise<number> {
  const { host, terminal } = invocation
  const file = await invocation.ledgerFile()
  const release = lockEngine(file, { nativeBinding: host.nativeBinding })
  try {
    const itemCount = await withWritableLedger(invocation, async (ledger) => {
      await ledger.rebuildSearch()
      return Object.values(sumCounts(await ledger.countsByFolder())).reduce((sum, count) => sum + count, 0)
    })
    if (terminal.json) await terminal.printJson({ ledger: file, itemCount })
    else await terminal.print(`${counted(itemCount, 'item')} can be searched for anew.`)
    return exitCodes.done
  } finally {
    release()
  }
}
