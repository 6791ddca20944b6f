import type { Command } from 'commander'
import { IntrayError } from '../../shared/error-codes.ts'
import { decisions } from '../decisions.ts'
import { readItemId, readWords } from './arguments.ts'
import { decideEach } from './deciding.ts'
import { helpAfter } from './help.ts'
import type { Perform } from './perform.ts'

interface EditOptions {
  readonly entity?: string
  readonly mediaType?: string
}

/** `intray edit`: corrects whose an item is, or what it is, without approving it. */
export function addEdit(program: Command, perform: Perform): void {
  program
    .command('edit')
    .description('Correct the entity or the media type of an item; it goes to review again.')
    .argument('<item>', 'the item’s number', readItemId)
    .option('--entity <id>', 'the entity that it belongs to', readWords)
    .option('--media-type <type>', 'what it is, such as IMAGE_PASSPORT_FRONT', readWords)
    .addHelpText(
      'after',
      helpAfter({
        examples: ['edit 12 --entity cust-10482', 'edit 12 --media-type IMAGE_ID_CARD_BACK'],
        exits: { 0: 'corrected', 1: 'refused' },
      }),
    )
    .action((itemId: number, options: EditOptions, command: Command) =>
      perform(command, async (invocation) => {
        if (options.entity === undefined && options.mediaType === undefined) {
          throw new IntrayError('command_invalid', 'edit needs --entity or --media-type.')
        }
        return decideEach(invocation, {
          itemIds: [itemId],
          done: 'corrected',
          decide: (context, chosen) =>
            decisions['review.correct'](context, {
              ...chosen,
              entityId: options.entity,
              mediaType: options.mediaType,
            }),
        })
      }),
    )
}
