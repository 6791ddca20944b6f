import type { Command } from 'commander'
import { lockEngine } from '../ledger/engine-lock.ts'
import { restoreChosen } from '../ledger-restoring.ts'
import { openLog } from '../log.ts'
import { exitCodes } from './exit-codes.ts'
import { helpAfter } from './help.ts'
import type { Invocation } from './invocation.ts'
import type { Perform } from './perform.ts'
import { printable } from './terminal.ts'

/** `intray restore`: a backup takes the ledger's place. */
export function addRestore(program: Command, perform: Perform): void {
  program
    .command('restore')
    .description('Put a backup in the place of the ledger. The present ledger is set aside and kept.')
    .argument('<name>', 'the backup’s name, as "intray backups" lists it')
    .addHelpText(
      'after',
      helpAfter({
        notes: [
          'Refused while an Intray runs on this ledger. At its next start Intray asks the endpoint what was',
          'uploaded after the backup had been made, before it sends anything of that time again.',
        ],
        examples: ['restore ledger-2026-11-23T041500.123.sqlite3 --live'],
        exits: {
          0: 'restored',
          1: 'there is no such backup, or it is damaged; nothing was changed',
          73: 'an Intray runs on this ledger; nothing was changed',
        },
      }),
    )
    .action((name: string, _options: unknown, command: Command) =>
      perform(command, (invocation) => restore(invocation, name)),
    )
}

async function restore(invocation: Invocation, name: string): Promise<number> {
  const { host, data, terminal } = invocation
  const file = await invocation.ledgerFile()
  const { nativeBinding, now } = host
  const release = lockEngine(file, { nativeBinding })
  const log = openLog(data.logFolder, 'command', now())
  try {
    const setAside = await restoreChosen(file, name, { nativeBinding, now, log })
    if (terminal.json) await terminal.printJson({ restored: name, ledger: file, setAside: setAside || null })
    else {
      await terminal.print(
        printable(`Restored ${name}.${setAside === '' ? '' : ` The ledger before it lies at ${setAside}.`}`),
      )
    }
    return exitCodes.done
  } finally {
    log.close()
    release()
  }
}
