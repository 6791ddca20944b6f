import type { Command } from 'commander'
import type { Fields } from '../../shared/readings.ts'
import { readFields, readItemIds, readWords } from './arguments.ts'
import { decideEach, queryOption } from './deciding.ts'
import { helpAfter } from './help.ts'
import type { Perform } from './perform.ts'

interface ApproveOptions {
  readonly entity?: string
  readonly mediaType?: string
  readonly field?: Fields
  readonly reason?: string
  readonly query?: string
}

/** `intray approve`: items are right as they are, or as corrected here, and may be sent. */
export function addApprove(program: Command, perform: Perform): void {
  program
    .command('approve')
    .description('Approve items for upload, corrected where needed.')
    .argument('[items...]', 'the items’ numbers', readItemIds, [])
    .addOption(queryOption())
    .option('--entity <id>', 'the entity that they belong to', readWords)
    .option('--media-type <type>', 'what they are, such as IMAGE_PASSPORT_FRONT', readWords)
    .option('--field <name=value>', 'a further value, sent as custom data; may be repeated', readFields)
    .option('--reason <words>', 'why to send in spite of what holds it back', readWords)
    .addHelpText(
      'after',
      helpAfter({
        notes: [
          'They may be sent at once: the time in which an approval waits for an undo is the window’s alone.',
          'Where two persons must approve, the first approval leaves an item in review, and the second must be',
          'another name’s. Where PINs are set, the name is that of the system account.',
        ],
        examples: [
          'approve 12 13 14',
          'approve 12 --entity cust-10482 --media-type IMAGE_PASSPORT_FRONT',
          'approve --query "state:awaiting_review folder:inbox type:IMAGE_PASSPORT_FRONT"',
        ],
        exits: { 0: 'all were approved', 1: 'at least one was refused; each is named' },
      }),
    )
    .action((itemIds: readonly number[], options: ApproveOptions, command: Command) =>
      perform(command, (invocation) =>
        decideEach(invocation, {
          itemIds,
          query: options.query,
          done: 'approved',
          action: (before) => ({
            kind: 'approve',
            entityId: options.entity,
            mediaType: options.mediaType,
            fields: options.field && { ...before.fields, ...options.field },
            reason: options.reason,
          }),
        }),
      ),
    )
}
