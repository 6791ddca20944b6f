import { InvalidArgumentError, Option } from 'commander'
import type { Command } from 'commander'
import { reportGroups } from '../../shared/reports.ts'
import type { Report, ReportGroup, ReportRow } from '../../shared/reports.ts'
import { csvRecord, csvStart } from '../../shared/csv.ts'
import { isoDayOf } from '../ledger/local-days.ts'
import { exitCodes } from './exit-codes.ts'
import { helpAfter } from './help.ts'
import { withLedger } from './ledger-access.ts'
import type { Perform } from './perform.ts'
import { inThousands, printable } from './terminal.ts'

interface ReportOptions {
  readonly from?: string
  readonly to?: string
  readonly by: ReportGroup
  readonly text: string
  readonly format?: 'text' | 'csv' | 'json'
}

/** Without `--from`, the report begins so long before it ends. */
const usualMs = 30 * 86_400_000

/** `intray report`: what became of the files of some days. */
export function addReport(program: Command, perform: Perform): void {
  program
    .command('report')
    .description('Count what became of the files that were first seen on some days.')
    .option('--from <day>', 'the first day, such as 2026-11-01; else 30 days before the last one', readDay)
    .option('--to <day>', 'the last day; else today', readDay)
    .addOption(new Option('--by <group>', 'what each row stands for').choices(reportGroups).default('day'))
    .option('--text <query>', 'only what this query finds, such as "folder:scans"', '')
    .addOption(
      new Option('--format <format>', 'text (the default), csv or json').choices(['text', 'csv', 'json']),
    )
    .addHelpText(
      'after',
      helpAfter({
        notes: [
          'Days are those of this computer’s own time. Median and 95th percentile are from the first sight of a file to its upload.',
        ],
        examples: ['report', 'report --from 2026-11-01 --to 2026-11-30 --by operator --format csv'],
        exits: { 0: 'reported' },
      }),
    )
    .action((options: ReportOptions, command: Command) =>
      perform(command, async (invocation) => {
        const { terminal, host } = invocation
        const toDay = options.to ?? isoDayOf(host.now())
        const fromDay = options.from ?? isoDayOf(new Date(`${toDay}T12:00`).getTime() - usualMs)
        const { by, text } = options
        const report = await withLedger(invocation, (ledger) => ledger.report({ fromDay, toDay, by, text }))
        const format = options.format ?? (terminal.json ? 'json' : 'text')
        if (format === 'json') await terminal.printJson(report)
        else if (format === 'csv') await terminal.write(csvOf(report))
        else await terminal.print(tableOf(report))
        return exitCodes.done
      }),
    )
}

function readDay(text: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00Z`).toISOString().startsWith(text)
  if (!isDay) throw new InvalidArgumentError('It is a day such as 2026-11-23.')
  return text
}

const columns: readonly (readonly [string, (row: ReportRow) => number | null])[] = [
  ['seen', ({ seen }) => seen],
  ['uploaded', ({ uploaded }) => uploaded],
  ['held', ({ held }) => held],
  ['rejected', ({ rejected }) => rejected],
  ['median_ms', ({ medianMs }) => medianMs],
  ['p95_ms', ({ p95Ms }) => p95Ms],
]

function csvOf({ by, rows }: Report): string {
  return [
    csvStart,
    csvRecord([by, ...columns.map(([name]) => name)]),
    ...rows.map((row) => csvRecord([row.key, ...columns.map(([, valueOf]) => valueOf(row))])),
  ].join('')
}

function tableOf({ rows, total, by }: Report): string {
  const lines = [
    [by, ...columns.map(([name]) => name)],
    ...[...rows, { ...total, key: 'total' }].map((row) => [
      printable(row.key ?? '-'),
      ...columns.map(([, valueOf]) => cell(valueOf(row))),
    ]),
  ]
  const widths = [0, ...columns.map(() => 0)].map((_width, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  )
  return lines
    .map((line) =>
      line
        .map((text, column) =>
          column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n')
}

function cell(value: number | null): string {
  return value === null ? '-' : inThousands(value)
}
