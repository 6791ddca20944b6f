import { resolve } from 'node:path'
import { Option } from 'commander'
import type { Command } from 'commander'
import { csvDelimiters, plainCsv } from '../../shared/csv.ts'
import type { CsvDelimiter } from '../../shared/csv.ts'
import { IntrayError } from '../../shared/error-codes.ts'
import { evidenceFormats } from '../../shared/evidence.ts'
import type { EvidenceFormat, EvidenceSelection } from '../../shared/evidence.ts'
import type { ItemState } from '../../shared/item-states.ts'
import { say } from '../../shared/sentences/say.ts'
import { csvLines, jsonLines, writeEvidence } from '../evidence/evidence-writing.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { readItemIds, readStates } from './arguments.ts'
import { exitCodes } from './exit-codes.ts'
import { helpAfter } from './help.ts'
import type { Invocation } from './invocation.ts'
import { withLedger, withWritableLedger } from './ledger-access.ts'
import type { Perform } from './perform.ts'
import { writeResultFile } from './result-file.ts'
import { counted } from './terminal.ts'

interface ExportOptions {
  readonly format?: EvidenceFormat
  readonly delimiter: CsvDelimiter
  readonly output?: string
  readonly events?: true
  readonly item?: readonly number[]
  readonly state: readonly ItemState[]
  readonly text: string
  readonly folder?: string
}

const eventsAtATime = 1_000

/** `intray export`: items, every audit event, or a sealed bundle that proves itself. */
export function addExport(program: Command, perform: Perform): void {
  program
    .command('export')
    .description('Write items for other programs, or as evidence that proves itself.')
    .addOption(
      new Option(
        '--format <format>',
        'csv (for spreadsheets, the default), jsonl (exact) or bundle (sealed evidence)',
      ).choices(evidenceFormats),
    )
    .addOption(
      new Option('--delimiter <sign>', 'what stands between the cells of csv; a German Excel wants ";"')
        .choices(csvDelimiters)
        .default(plainCsv.delimiter),
    )
    .option('--output <file>', 'write to this file in place of standard output')
    .option('--item <number>', 'only this item; may be repeated', readItemIds)
    .option('--state <states>', 'only these states, separated by commas', readStates, [])
    .option('--text <query>', 'only what this query finds, such as "entity:4711 seen:2026"', '')
    .option('--folder <id>', 'only this watched folder')
    .option('--events', 'the audit events in place of the items, always as jsonl')
    .addHelpText(
      'after',
      helpAfter({
        notes: ['What is written to a file is recorded in the ledger, with the SHA-256 of the file.'],
        examples: [
          'export --output items.csv',
          'export --format jsonl | jq .entityId',
          'export --format bundle --text entity:4711 --output evidence.jsonl',
          'export --events',
        ],
        exits: { 0: 'written', 1: 'there is no such item; nothing was written' },
      }),
    )
    .action((options: ExportOptions, command: Command) =>
      perform(command, async (invocation) => {
        if (options.events === true) await exportEvents(invocation, options)
        else await exportItems(invocation, options)
        return exitCodes.done
      }),
    )
}

async function exportEvents(invocation: Invocation, { format, output }: ExportOptions): Promise<void> {
  if (format !== undefined && format !== 'jsonl') {
    throw new IntrayError('command_invalid', 'Events are exported as jsonl only.')
  }
  await withLedger(invocation, async (ledger) => {
    if (output === undefined) await writeOut(invocation, eventLines(ledger))
    else await writeResultFile(resolve(output), eventLines(ledger))
  })
  if (output !== undefined) invocation.terminal.tell(`Written to ${resolve(output)}.`)
}

async function exportItems(invocation: Invocation, options: ExportOptions): Promise<void> {
  const { terminal, host } = invocation
  const format = options.format ?? (terminal.json ? 'jsonl' : 'csv')
  const selection = selectionOf(options)
  if (options.output !== undefined) {
    const path = resolve(options.output)
    const actor = await invocation.operator()
    const { delimiter } = options
    const request = { path, selection, format, delimiter, actor, intrayVersion: host.version, now: host.now }
    const { sha256, itemCount } = await withWritableLedger(invocation, async (ledger) => {
      await requireItems(ledger, options.item)
      return writeEvidence(ledger, request)
    })
    terminal.tell(`Written to ${path}.\n${counted(itemCount, 'item')}. SHA-256 of the file: ${sha256}`)
    return
  }
  if (format === 'bundle') {
    throw new IntrayError('command_invalid', 'A bundle is written to a file: add --output.')
  }
  await withLedger(invocation, async (ledger) => {
    await requireItems(ledger, options.item)
    const reading = await ledger.openEvidence(selection)
    try {
      await writeOut(invocation, format === 'csv' ? csvLines(reading, options.delimiter) : jsonLines(reading))
    } finally {
      reading.close()
    }
  })
}

/** Evidence without an item that was asked for by its number would look as if it were all. */
async function requireItems(ledger: Ledger, itemIds: readonly number[] = []): Promise<void> {
  const present = new Set((await ledger.getItems(itemIds)).map(({ id }) => id))
  const itemId = itemIds.find((id) => !present.has(id))
  if (itemId !== undefined) throw new IntrayError('item_not_found', say('item_number', { itemId }))
}

function selectionOf({ item, state, text, folder }: ExportOptions): EvidenceSelection {
  if (item === undefined) {
    const ofFolder = folder === undefined ? {} : { folderId: folder }
    return { selection: { states: [...state], text, ...ofFolder } }
  }
  if (state.length > 0 || text !== '' || folder !== undefined) {
    throw new IntrayError(
      'command_invalid',
      'Items are chosen by --item, or by --state, --text and --folder.',
    )
  }
  return { itemIds: [...item] }
}

async function writeOut({ terminal }: Invocation, lines: AsyncIterable<string>): Promise<void> {
  for await (const line of lines) await terminal.write(line)
}

async function* eventLines(ledger: Ledger): AsyncGenerator<string> {
  let lastSeq = 0
  for (;;) {
    const events = await ledger.eventsAfter(lastSeq, eventsAtATime)
    for (const event of events) yield `${JSON.stringify(event)}\n`
    const last = events.at(-1)
    if (last === undefined) return
    lastSeq = last.seq
  }
}
