import { Option } from 'commander'
import type { Command } from 'commander'
import { IntrayError } from '../../shared/error-codes.ts'
import { readItemId, readWords } from './arguments.ts'
import { decideEach } from './deciding.ts'
import { helpAfter } from './help.ts'
import type { Perform } from './perform.ts'

interface SettleOptions {
  readonly arrived?: true
  readonly sendAgain?: true
  readonly reason: string
}

/** `intray settle`: a person says what is true of an upload whose answer never came. */
export function addSettle(program: Command, perform: Perform): void {
  program
    .command('settle')
    .description('Say whether an upload arrived whose answer never came.')
    .argument('<item>', 'the item’s number', readItemId)
    .addOption(new Option('--arrived', 'the file is at the entity').conflicts('sendAgain'))
    .option('--send-again', 'the file is not there; send it')
    .requiredOption('--reason <words>', 'how you know, for whoever asks later', readWords)
    .addHelpText(
      'after',
      helpAfter({
        examples: ['settle 12 --arrived --reason "Seen in the case"'],
        exits: { 0: 'settled', 1: 'refused' },
      }),
    )
    .action((itemId: number, { arrived, sendAgain, reason }: SettleOptions, command: Command) =>
      perform(command, async (invocation) => {
        if (arrived === undefined && sendAgain === undefined) {
          throw new IntrayError('command_invalid', 'settle needs --arrived or --send-again.')
        }
        const choice = arrived === true ? 'arrived' : 'send_again'
        return decideEach(invocation, {
          itemIds: [itemId],
          done: 'settled',
          action: () => ({ kind: 'settle_unknown', choice, reason }),
        })
      }),
    )
}
