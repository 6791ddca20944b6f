import type { Command } from 'commander'
import { exitCodes } from './exit-codes.ts'
import { helpAfter } from './help.ts'
import { withLedger } from './ledger-access.ts'
import type { Perform } from './perform.ts'
import { inThousands, printable } from './terminal.ts'

/** `intray verify`: whether the ledger still proves what it says. */
export function addVerify(program: Command, perform: Perform): void {
  program
    .command('verify')
    .description(
      'Check that nothing in the ledger was altered: the chain of events, every item, every attempt.',
    )
    .addHelpText(
      'after',
      helpAfter({
        examples: ['verify', 'verify --live --json'],
        exits: { 0: 'the ledger proves itself', 1: 'there are faults; each is named' },
      }),
    )
    .action((_options: unknown, command: Command) =>
      perform(command, (invocation) =>
        withLedger(invocation, async (ledger) => {
          const { terminal } = invocation
          const report = await ledger.verify((share) => {
            if (terminal.watched) terminal.showProgress(`Checked ${String(Math.floor(share * 100))} %`)
          })
          if (terminal.watched) terminal.showProgress('')
          if (terminal.json) await terminal.printJson(report)
          else {
            const extent = `${inThousands(report.eventCount)} events and ${inThousands(report.itemCount)} items`
            await terminal.print(
              report.ok
                ? `The ledger proves itself: ${extent}.\nThe last event’s hash is ${report.headHash}.`
                : `The ledger does not prove itself. Of ${extent} these are faulty:`,
            )
            for (const { seq, itemId, words } of report.faults) {
              const places = [
                ...(seq === null ? [] : [`event ${String(seq)}`]),
                ...(itemId === null ? [] : [`item ${String(itemId)}`]),
              ]
              await terminal.print(printable(`  ${[places.join(', '), words].filter(Boolean).join(': ')}`))
            }
          }
          return report.ok ? exitCodes.done : exitCodes.needsPerson
        }),
      ),
    )
}
