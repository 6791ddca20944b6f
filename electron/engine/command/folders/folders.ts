import type { Command } from 'commander'
import { IntrayError } from '../../../shared/error-codes.ts'
import type { Item } from '../../../shared/records.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { readEngineReport } from '../../status-file.ts'
import { allItems } from '../all-items.ts'
import { readDays } from '../arguments.ts'
import { watchedFolders } from '../desk-access.ts'
import { exitCodes } from '../exit-codes.ts'
import { helpAfter } from '../help.ts'
import type { Invocation } from '../invocation.ts'
import { withLedger } from '../ledger-access.ts'
import type { Perform } from '../perform.ts'
import { printable } from '../terminal.ts'
import { formerFolder, lookAtFolder, reportedFolder, withAccount } from './folder-report.ts'
import type { FolderReport } from './folder-report.ts'
import { describeFolder } from './folder-words.ts'

interface FoldersOptions {
  readonly folder?: string
  readonly days: number
  readonly ignored?: true
}

/** `intray folders`: how each folder is, and whether every file that was seen is accounted for. */
export function addFolders(program: Command, perform: Perform): void {
  program
    .command('folders')
    .description('Show how each folder is, and account for every file that was seen in it.')
    .option('--folder <id>', 'only this folder')
    .option('--days <count>', 'account for files first seen in so many days, today among them', readDays, 7)
    .option('--ignored', 'list the files that are ignored, each with its reason')
    .addHelpText(
      'after',
      helpAfter({
        notes: [
          'Seen = uploaded + waiting + attention + rejected + ignored + missing; what is left is unaccounted.',
          'Without a running Intray the ledger and the disk are read, and nothing is changed.',
        ],
        examples: ['folders', 'folders --days 31 --json', 'folders --folder scans --ignored'],
        exits: { 0: 'every file is accounted for', 1: 'at least one is not, which is a defect; it is named' },
      }),
    )
    .action((options: FoldersOptions, command: Command) =>
      perform(command, (invocation) =>
        withLedger(invocation, (ledger) => showFolders(invocation, ledger, options)),
      ),
    )
}

async function showFolders(invocation: Invocation, ledger: Ledger, options: FoldersOptions): Promise<number> {
  const { terminal } = invocation
  const { isRunning, folders } = await reportFolders(invocation, ledger, options)
  const accounted = folders.every(({ unaccountedTotal }) => unaccountedTotal === 0)
  const ignored = options.ignored === true ? await ignoredItems(ledger, folders) : []
  if (terminal.json) {
    await terminal.printJson({
      engine: isRunning ? 'running' : 'none',
      accounted,
      folders,
      ...(options.ignored === true ? { ignoredFiles: ignored.map(describeIgnored) } : {}),
    })
  } else {
    if (!isRunning) terminal.tell('No Intray runs: this is what the ledger and the disk say.')
    if (folders.length === 0) terminal.tell('No folder is watched.')
    for (const [index, folder] of folders.entries()) {
      if (index > 0) await terminal.print('')
      await terminal.print(describeFolder(folder, isRunning).join('\n'))
      for (const item of ignored.filter(({ folderId }) => folderId === folder.id)) {
        await terminal.print(printable(`    ${item.path}: ${describeIgnored(item).reason}`))
      }
    }
  }
  return accounted ? exitCodes.done : exitCodes.needsPerson
}

async function reportFolders(
  invocation: Invocation,
  ledger: Ledger,
  { folder: only, days }: FoldersOptions,
): Promise<{ isRunning: boolean; folders: FolderReport[] }> {
  const settings = await invocation.settings()
  const watched = watchedFolders(settings, invocation)
  const report = await readEngineReport(await invocation.ledgerFile(), invocation.host.now())
  const found =
    report === null
      ? await Promise.all(
          watched.map((folder) => lookAtFolder(ledger, folder, watched, settings.intake.ignore)),
        )
      : report.folders.map((folder) =>
          reportedFolder(
            folder,
            watched.find(({ id }) => id === folder.id),
          ),
        )
  const known = new Set(found.map(({ id }) => id))
  for (const id of (await ledger.countsByFolder()).keys()) {
    if (!known.has(id)) found.push(formerFolder(id, (await ledger.folderPath(id)) ?? ''))
  }
  const chosen = found.filter(({ id }) => only === undefined || id === only)
  if (only !== undefined && chosen.length === 0) {
    throw new IntrayError('command_invalid', `There is no folder “${only}”.`)
  }
  const folders: FolderReport[] = []
  for (const health of chosen) folders.push(await withAccount(ledger, health, days))
  return { isRunning: report !== null, folders }
}

async function ignoredItems(ledger: Ledger, folders: readonly FolderReport[]): Promise<Item[]> {
  const items: Item[] = []
  for (const { id, days } of folders) {
    const shownDays = new Set(days.map(({ day }) => day))
    const query = {
      states: ['ignored', 'superseded'],
      text: '',
      folderId: id,
      order: 'oldest_first',
    } as const
    for await (const item of allItems(ledger, query)) {
      // As localTime has it: the day in the computer's own time.
      if (shownDays.has(new Date(item.firstSeenAtMs).toLocaleDateString('sv-SE'))) items.push(item)
    }
  }
  return items
}

function describeIgnored({ id, folderId, path, state, reason }: Item) {
  const words = state === 'superseded' ? 'Replaced by newer content under the same name.' : (reason ?? '')
  return { itemId: id, folderId, path, reason: words }
}
