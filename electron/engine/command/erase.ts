import type { Command } from 'commander'
import { openLog } from '../log.ts'
import { createRetention } from '../retention.ts'
import { watchedFolders } from './desk-access.ts'
import { exitCodes } from './exit-codes.ts'
import { helpAfter } from './help.ts'
import { withWritableLedger } from './ledger-access.ts'
import type { Perform } from './perform.ts'
import { counted } from './terminal.ts'

/** `intray erase`: what the retention policy takes. */
export function addErase(program: Command, perform: Perform): void {
  program
    .command('erase')
    .description('Erase personal values from items that are older than the retention policy says.')
    .option('--dry-run', 'only say what would be erased')
    .addHelpText(
      'after',
      helpAfter({
        notes: [
          'A running Intray does so every day by itself. The history still proves itself afterwards.',
          'Backups keep what they hold until they are replaced.',
        ],
        examples: ['erase --dry-run', 'erase --live --json'],
        exits: { 0: 'done', 1: 'the policy is not switched on' },
      }),
    )
    .action(({ dryRun }: { readonly dryRun?: true }, command: Command) =>
      perform(command, async (invocation) => {
        const { terminal, host, data } = invocation
        const settings = await invocation.settings()
        const log = openLog(data.logFolder, 'command', host.now())
        try {
          const account = await withWritableLedger(invocation, (ledger) => {
            const retention = createRetention({
              ledger,
              settings: settings.retention,
              folders: watchedFolders(settings, invocation),
              log,
              now: host.now,
              onErased: () => undefined,
            })
            return dryRun === true ? retention.preview() : retention.run()
          })
          if (terminal.json) await terminal.printJson(account)
          else {
            const verb = dryRun === true ? 'would be' : account.itemCount === 1 ? 'is' : 'are'
            await terminal.print(
              `${counted(account.itemCount, 'item')} ${verb} erased; what changed on ${account.untilDay} or later stays.`,
            )
            if (account.keptPresent > 0) {
              await terminal.print(
                `${counted(account.keptPresent, 'old item stays', 'old items stay')}, because the files still lie in their folders.`,
              )
            }
          }
          return exitCodes.done
        } finally {
          log.close()
        }
      }),
    )
}
