import { join } from 'node:path'
import type { Command } from 'commander'
import { backupFolder } from '../ledger/backups.ts'
import { exitCodes } from './exit-codes.ts'
import { helpAfter } from './help.ts'
import { withLedger } from './ledger-access.ts'
import type { Perform } from './perform.ts'
import { inThousands } from './terminal.ts'

/** `intray backup`: a copy of the ledger that has proved itself. */
export function addBackup(program: Command, perform: Perform): void {
  program
    .command('backup')
    .description('Make a backup of the ledger now, and check that it is whole.')
    .addHelpText(
      'after',
      helpAfter({
        notes: ['Works beside a running Intray, which makes a backup every day by itself.'],
        examples: ['backup', 'backup --live --json'],
        exits: { 0: 'the backup is made, and proves itself' },
      }),
    )
    .action((_options: unknown, command: Command) =>
      perform(command, async (invocation) => {
        const { terminal } = invocation
        const backup = await withLedger(invocation, (ledger) => ledger.backUp())
        const path = join(backupFolder(await invocation.ledgerFile()), backup.name)
        if (terminal.json) await terminal.printJson({ ...backup, path })
        else await terminal.print(`${path}\n${inThousands(backup.sizeBytes)} bytes. It proves itself.`)
        return exitCodes.done
      }),
    )
}
