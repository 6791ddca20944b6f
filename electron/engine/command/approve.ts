import type { Command } from 'commander'
import type { Fields } from '../../shared/readings.ts'
import { decisions } from '../decisions.ts'
import { readFields, readItemIds, readWords } from './arguments.ts'
import { decideEach } from './deciding.ts'
import { helpAfter } from './help.ts'
import type { Perform } from './perform.ts'

interface ApproveOptions {
  readonly entity?: string
  readonly mediaType?: string
  readonly field?: Fields
  readonly reason?: string
}

/** `intray approve`: items are right as they are, or as corrected here, and may be sent. */
export function addApprove(program: Command, perform: Perform): void {
  program
    .command('approve')
    .description('Approve items for upload, corrected where needed.')
    .argument('<items...>', 'the items’ numbers', readItemIds)
    .option('--entity <id>', 'the entity that they belong to', readWords)
    .option('--media-type <type>', 'what they are, such as IMAGE_PASSPORT_FRONT', readWords)
    .option('--field <name=value>', 'a further value, sent as custom data; may be repeated', readFields)
    .option('--reason <words>', 'why to send in spite of what holds it back', readWords)
    .addHelpText(
      'after',
      helpAfter({
        examples: ['approve 12 13 14', 'approve 12 --entity cust-10482 --media-type IMAGE_PASSPORT_FRONT'],
        exits: { 0: 'all were approved', 1: 'at least one was refused; each is named' },
      }),
    )
    .action((itemIds: readonly number[], options: ApproveOptions, command: Command) =>
      perform(command, (invocation) =>
        decideEach(invocation, {
          itemIds,
          done: 'approved',
          decide: (context, chosen, before) =>
            decisions['review.approve'](context, {
              ...chosen,
              entityId: options.entity,
              mediaType: options.mediaType,
              fields: options.field && { ...before.fields, ...options.field },
              reason: options.reason,
            }),
        }),
      ),
    )
}
