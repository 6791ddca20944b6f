import type { Command } from 'commander'
import { writeAnchor } from '../evidence/anchor-writing.ts'
import { exitCodes } from './exit-codes.ts'
import { helpAfter } from './help.ts'
import { withLedger, withWritableLedger } from './ledger-access.ts'
import type { Perform } from './perform.ts'
import { localTime } from './terminal.ts'

const anchorsListed = 10_000

/** `intray anchor`: the head of the history, written to a file that is kept elsewhere. */
export function addAnchor(program: Command, perform: Perform): void {
  program
    .command('anchor')
    .description('Write the head of the history to the anchor file now.')
    .option('--list', 'list the anchors that were written, the newest first')
    .addHelpText(
      'after',
      helpAfter({
        notes: [
          'A running Intray does so every day by itself. The file is set in Settings (ledger.anchorFile).',
        ],
        examples: ['anchor', 'anchor --list --json'],
        exits: { 0: 'written' },
      }),
    )
    .action(({ list }: { readonly list?: true }, command: Command) =>
      perform(command, async (invocation) => {
        const { terminal, host } = invocation
        if (list === true) {
          for (const anchor of await withLedger(invocation, (ledger) => ledger.listAnchors(anchorsListed))) {
            if (terminal.json) await terminal.printJson(anchor)
            else
              await terminal.print(`${localTime(anchor.atMs)}  event ${String(anchor.seq)}  ${anchor.hash}`)
          }
          return exitCodes.done
        }
        const { anchorFile } = (await invocation.settings()).ledger
        const anchor = await withWritableLedger(invocation, (ledger) =>
          writeAnchor(ledger, anchorFile, host.now()),
        )
        if (terminal.json) await terminal.printJson(anchor)
        else await terminal.print(`Event ${String(anchor.seq)} is anchored in ${anchorFile}.\n${anchor.hash}`)
        return exitCodes.done
      }),
    )
}
