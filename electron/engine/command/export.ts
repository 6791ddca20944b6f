import { resolve } from 'node:path'
import { Option } from 'commander'
import type { Command } from 'commander'
import { IntrayError } from '../../shared/error-codes.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { allItems } from './all-items.ts'
import { csvRecord, csvStart } from './csv.ts'
import { exitCodes } from './exit-codes.ts'
import { helpAfter } from './help.ts'
import { itemColumns } from './item-record.ts'
import { withLedger } from './ledger-access.ts'
import type { Perform } from './perform.ts'
import { writeResultFile } from './result-file.ts'

interface ExportOptions {
  readonly format?: 'csv' | 'jsonl'
  readonly output?: string
  readonly events?: true
}

const eventsAtATime = 1_000

/** `intray export`: every item, or every audit event, for other programs. */
export function addExport(program: Command, perform: Perform): void {
  program
    .command('export')
    .description('Write every item, or every audit event, for other programs.')
    .addOption(
      new Option('--format <format>', 'csv (for spreadsheets, the default) or jsonl (exact)').choices([
        'csv',
        'jsonl',
      ]),
    )
    .option('--output <file>', 'write to this file in place of standard output')
    .option('--events', 'the audit events in place of the items, always as jsonl')
    .addHelpText(
      'after',
      helpAfter({
        examples: ['export --output items.csv', 'export --format jsonl | jq .entityId', 'export --events'],
        exits: { 0: 'written' },
      }),
    )
    .action((options: ExportOptions, command: Command) =>
      perform(command, async (invocation) => {
        const { terminal } = invocation
        if (options.events === true && options.format === 'csv') {
          throw new IntrayError('command_invalid', 'Events are exported as jsonl only.')
        }
        const isCsv = options.format === undefined ? !terminal.json : options.format === 'csv'
        await withLedger(invocation, async (ledger) => {
          const chunks =
            options.events === true ? eventLines(ledger) : isCsv ? csvLines(ledger) : jsonLines(ledger)
          if (options.output === undefined) for await (const chunk of chunks) await terminal.write(chunk)
          else await writeResultFile(resolve(options.output), chunks)
        })
        if (options.output !== undefined) terminal.tell(`Written to ${resolve(options.output)}.`)
        return exitCodes.done
      }),
    )
}

const everything = { states: [], text: '', order: 'oldest_first' } as const

async function* csvLines(ledger: Ledger): AsyncGenerator<string> {
  yield csvStart + csvRecord(itemColumns.map(([name]) => name))
  for await (const item of allItems(ledger, everything)) {
    yield csvRecord(itemColumns.map(([, valueOf]) => valueOf(item)))
  }
}

async function* jsonLines(ledger: Ledger): AsyncGenerator<string> {
  for await (const item of allItems(ledger, everything)) yield `${JSON.stringify(item)}\n`
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
