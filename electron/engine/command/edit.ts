import type { Command } from 'commander'
import { IntrayError } from '../../shared/error-codes.ts'
import type { Fields } from '../../shared/readings.ts'
import { readFields, readItemIds, readWords } from './arguments.ts'
import { decideEach, queryOption } from './deciding.ts'
import { helpAfter } from './help.ts'
import type { Perform } from './perform.ts'

interface EditOptions {
  readonly entity?: string
  readonly mediaType?: string
  readonly field?: Fields
  readonly query?: string
}

/** `intray edit`: corrects whose items are, or what they are, without approving them. */
export function addEdit(program: Command, perform: Perform): void {
  program
    .command('edit')
    .description('Correct the entity, the media type or further values of items; they go to review again.')
    .argument('[items...]', 'the items’ numbers', readItemIds, [])
    .addOption(queryOption())
    .option('--entity <id>', 'the entity that they belong to', readWords)
    .option('--media-type <type>', 'what they are, such as IMAGE_PASSPORT_FRONT', readWords)
    .option('--field <name=value>', 'a further value, sent as custom data; may be repeated', readFields)
    .addHelpText(
      'after',
      helpAfter({
        examples: [
          'edit 12 --entity cust-10482',
          'edit 12 --media-type IMAGE_ID_CARD_BACK --field branch=Leeds',
          'edit --query "folder:branch-7 seen:today" --field branch=Leeds',
        ],
        exits: { 0: 'all were corrected', 1: 'at least one was refused; each is named' },
      }),
    )
    .action((itemIds: readonly number[], options: EditOptions, command: Command) =>
      perform(command, async (invocation) => {
        const { entity, mediaType, field, query } = options
        if (entity === undefined && mediaType === undefined && field === undefined) {
          throw new IntrayError('command_invalid', 'edit needs --entity, --media-type or --field.')
        }
        return decideEach(invocation, {
          itemIds,
          query,
          done: 'corrected',
          action: (before) => ({
            kind: 'correct',
            entityId: entity,
            mediaType,
            fields: field && { ...before.fields, ...field },
          }),
        })
      }),
    )
}
