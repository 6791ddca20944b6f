import type { Command } from 'commander'
import { findingCatalogue } from '../../shared/finding-codes.ts'
import { itemStateLabels } from '../../shared/item-states.ts'
import type { Attempt, AuditEvent, Item, ItemDetail, WaitsFor } from '../../shared/records.ts'
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

function describeDetail(detail: ItemDetail): string[] {
  const { item, attempts, events } = detail
  return [
    ...describeItem(detail),
    ...part(
      'Findings',
      item.findings.flatMap((finding) => [findingLine(finding), `  ${findingCatalogue[finding.code].next}`]),
    ),
    ...part('Last failure', item.lastFailure === null ? [] : failureLines(item.lastFailure)),
    ...part('Attempts', attempts.map(describeAttempt)),
    ...part('Same content', detail.sameContent.map(describeOther)),
    ...part('New scans', detail.rescans.map(describeOther)),
    ...part('History', events.map(describeEvent)),
  ]
}

function describeItem({ item, folderPath, entityCheck }: ItemDetail): string[] {
  const facts: readonly (readonly [string, string | null])[] = [
    ['State', itemStateLabels[item.state]],
    ['Reason', item.reason],
    ['Entity', item.entityId],
    ['Entity known', entityCheck && `${entityCheck.result}, asked ${localTime(entityCheck.checkedAtMs)}`],
    ['Media type', item.mediaType],
    ...Object.entries(item.fields).map(([name, value]) => [`  ${name}`, value] as const),
    ['Read by', describeReader(item)],
    ['Waits for', item.waitsFor && waitWords[item.waitsFor]],
    ['Slip', item.rescanSlip],
    ['New scan of', item.rescanOf === null ? null : `item ${String(item.rescanOf)}`],
    ['File', item.path],
    ['Folder', `${item.folderId} (${folderPath})`],
    ['Size', `${inThousands(item.sizeBytes)} bytes`],
    ['Type', item.family],
    ['SHA-256', item.sha256],
    [
      'Sent as',
      item.repair &&
        `a smaller form, ${inThousands(item.repair.sizeBytes)} bytes, quality ${String(item.repair.recipe.quality)}, ${String(item.repair.recipe.scalePercent)} %`,
    ],
    ['Its SHA-256', item.repair?.sha256 ?? null],
    ['Page of', item.splitFrom === null ? null : `item ${String(item.splitFrom)}`],
    ['First seen', localTime(item.firstSeenAtMs)],
    ['Next attempt', item.nextAttemptAtMs === null ? null : localTime(item.nextAttemptAtMs)],
    ['Uploaded', item.uploadedAtMs === null ? null : localTime(item.uploadedAtMs)],
  ]
  const lines = facts.flatMap(([name, value]) =>
    value === null ? [] : [`  ${name.padEnd(13)} ${printable(value)}`],
  )
  return [`Item ${String(item.id)}`, ...lines]
}

const waitWords: Readonly<Record<WaitsFor, string>> = {
  index_row: 'its row of the index file',
  other_side: 'the other side of the document',
}

/** `rule scanner-3 (version 2)`, `line 12 of index.csv`, `person`. */
function describeReader({ readBy, ruleId, ruleVersion, reading }: Item): string | null {
  if (readBy === 'rule') {
    const version = ruleVersion === null ? '' : ` (version ${String(ruleVersion)})`
    return `rule ${ruleId ?? ''}${version}`
  }
  const isRow = readBy === 'index' && reading !== null && reading.indexPath !== null
  return isRow ? `line ${String(reading.indexRow)} of ${reading.indexPath}` : readBy
}

function describeOther(other: Item): string {
  return printable(
    `${String(other.id)}  ${itemStateLabels[other.state]}  ${other.entityId ?? '-'}  ${other.path}`,
  )
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
      ...(attempt.requestId === null ? [] : [`request ${attempt.requestId}`]),
    ].join('  '),
  )
}

function describeEvent(event: AuditEvent): string {
  const data = event.isErased ? '(erased)' : JSON.stringify(event.data)
  return printable(`${localTime(event.atMs)}  ${event.kind}  ${event.actor}  ${data}`)
}
