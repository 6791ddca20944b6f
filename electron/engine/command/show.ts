import type { Command } from 'commander'
import { findingCatalogue } from '../../shared/finding-codes.ts'
import { itemStateLabels } from '../../shared/item-states.ts'
import type { Attempt, AuditEvent, Item, ItemDetail } from '../../shared/records.ts'
import { readItemId } from './arguments.ts'
import { exitCodes } from './exit-codes.ts'
import { failureLines } from './failure-words.ts'
import { helpAfter } from './help.ts'
import { findingLine } from './item-words.ts'
import { withLedger } from './ledger-access.ts'
import type { Perform } from './perform.ts'
import { inThousands, localTime, printable } from './terminal.ts'

/** `intray show`: everything that the ledger knows of one item. */
export function addShow(program: Command, perform: Perform): void {
  program
    .command('show')
    .description('Show everything that the ledger knows of one item.')
    .argument('<item>', 'the item’s number', readItemId)
    .addHelpText(
      'after',
      helpAfter({
        examples: ['show 12', 'show 12 --json'],
        exits: { 0: 'shown', 1: 'there is no such item' },
      }),
    )
    .action((itemId: number, _options: unknown, command: Command) =>
      perform(command, (invocation) =>
        withLedger(invocation, async (ledger) => {
          const detail = await ledger.getDetail(itemId)
          if (invocation.terminal.json) await invocation.terminal.printJson(detail)
          else await invocation.terminal.print(describeDetail(detail).join('\n'))
          return exitCodes.done
        }),
      ),
    )
}

function describeDetail({ item, folderPath, attempts, events, sameContent }: ItemDetail): string[] {
  return [
    ...describeItem(item, folderPath),
    ...part(
      'Findings',
      item.findings.flatMap((finding) => [findingLine(finding), `  ${findingCatalogue[finding.code].next}`]),
    ),
    ...part('Last failure', item.lastFailure === null ? [] : failureLines(item.lastFailure)),
    ...part('Attempts', attempts.map(describeAttempt)),
    ...part(
      'Same content',
      sameContent.map((other) =>
        printable(
          `${String(other.id)}  ${itemStateLabels[other.state]}  ${other.entityId ?? '-'}  ${other.path}`,
        ),
      ),
    ),
    ...part('History', events.map(describeEvent)),
  ]
}

function describeItem(item: Item, folderPath: string): string[] {
  const facts: readonly (readonly [string, string | null])[] = [
    ['State', itemStateLabels[item.state]],
    ['Reason', item.reason],
    ['Entity', item.entityId],
    ['Media type', item.mediaType],
    ['Read by', item.readBy === 'rule' ? `rule ${item.ruleId ?? ''}` : item.readBy],
    ['File', item.path],
    ['Folder', `${item.folderId} (${folderPath})`],
    ['Size', `${inThousands(item.sizeBytes)} bytes`],
    ['Type', item.family],
    ['SHA-256', item.sha256],
    ['First seen', localTime(item.firstSeenAtMs)],
    ['Next attempt', item.nextAttemptAtMs === null ? null : localTime(item.nextAttemptAtMs)],
    ['Uploaded', item.uploadedAtMs === null ? null : localTime(item.uploadedAtMs)],
  ]
  const lines = facts.flatMap(([name, value]) =>
    value === null ? [] : [`  ${name.padEnd(13)} ${printable(value)}`],
  )
  return [`Item ${String(item.id)}`, ...lines]
}

function part(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)]
}

function describeAttempt(attempt: Attempt): string {
  const answer = [attempt.httpStatus, attempt.answerCode, attempt.answerMessage].filter((one) => one !== null)
  return printable(
    [
      `${String(attempt.number)}. ${localTime(attempt.startedAtMs)}`,
      attempt.outcome,
      ...(attempt.durationMs === null ? [] : [`${inThousands(attempt.durationMs)} ms`]),
      ...(answer.length === 0 ? [] : [answer.join(' ')]),
      attempt.sentName,
    ].join('  '),
  )
}

function describeEvent(event: AuditEvent): string {
  return printable(`${localTime(event.atMs)}  ${event.kind}  ${event.actor}  ${JSON.stringify(event.data)}`)
}
