import type { Command } from 'commander'
import { IntrayError } from '../../shared/error-codes.ts'
import type { Fields } from '../../shared/readings.ts'
import { decisions } from '../decisions.ts'
import { readFields, readItemId, readWords } from './arguments.ts'
import { decideEach } from './deciding.ts'
import { helpAfter } from './help.ts'
import type { Perform } from './perform.ts'

interface EditOptions {
  readonly entity?: string
  readonly mediaType?: string
  readonly field?: Fields
}

/** `intray edit`: corrects whose an item is, or what it is, without approving it. */
export function addEdit(program: Command, perform: Perform): void {
  program
    .command('edit')
    .description('Correct the entity, the media type or further values of an item; it goes to review again.')
    .argument('<item>', 'the item’s number', readItemId)
    .option('--entity <id>', 'the entity that it belongs to', readWords)
    .option('--media-type <type>', 'what it is, such as IMAGE_PASSPORT_FRONT', readWords)
    .option('--field <name=value>', 'a further value, sent as custom data; may be repeated', readFields)
    .addHelpText(
      'after',
      helpAfter({
        examples: [
          'edit 12 --entity cust-10482',
          'edit 12 --media-type IMAGE_ID_CARD_BACK --field branch=Leeds',
        ],
        exits: { 0: 'corrected', 1: 'refused' },
      }),
    )
    .action((itemId: number, options: EditOptions, command: Command) =>
      perform(command, async (invocation) => {
        const { entity, mediaType, field } = options
        if (entity === undefined && mediaType === undefined && field === undefined) {
          throw new IntrayError('command_invalid', 'edit needs --entity, --media-type or --field.')
        }
        return decideEach(invocation, {
          itemIds: [itemId],
          done: 'corrected',
          decide: (context, chosen, before) =>
            decisions['review.correct'](context, {
              ...chosen,
              entityId: entity,
              mediaType,
              fields: field && { ...before.fields, ...field },
            }),
        })
      }),
    )
}
