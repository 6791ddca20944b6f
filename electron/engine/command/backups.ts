import type { Command } from 'commander'
import { backupFolder, listBackupFiles } from '../ledger/backups.ts'
import { exitCodes } from './exit-codes.ts'
import { helpAfter } from './help.ts'
import type { Perform } from './perform.ts'
import { inThousands, localTime } from './terminal.ts'

const kindWords = { daily: '', migration: '  before a newer version changed the ledger' } as const

/** `intray backups`: what the ledger can be restored from. Reads no ledger, since that may be damaged. */
export function addBackups(program: Command, perform: Perform): void {
  program
    .command('backups')
    .description('List the backups of the ledger, the newest first.')
    .addHelpText(
      'after',
      helpAfter({
        examples: ['backups', 'backups --live --json'],
        exits: { 0: 'listed, even when there is none' },
      }),
    )
    .action((_options: unknown, command: Command) =>
      perform(command, async (invocation) => {
        const { terminal } = invocation
        const file = await invocation.ledgerFile()
        const backups = listBackupFiles(file)
        if (terminal.json) {
          for (const backup of backups) await terminal.printJson(backup)
          return exitCodes.done
        }
        terminal.tell(backups.length === 0 ? 'There is no backup yet.' : `Folder: ${backupFolder(file)}`)
        for (const { name, madeAtMs, sizeBytes, kind } of backups) {
          const size = `${inThousands(sizeBytes)} bytes`.padStart(20)
          await terminal.print(`${name}  ${localTime(madeAtMs)}${size}${kindWords[kind]}`)
        }
        return exitCodes.done
      }),
    )
}
