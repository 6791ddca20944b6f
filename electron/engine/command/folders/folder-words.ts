import type { AfterUpload } from '../../../shared/settings/folder.ts'
import { failureInShort } from '../failure-words.ts'
import { inThousands, localTime, printable } from '../terminal.ts'
import { accountParts, sumOfDays, unaccountedOf } from './folder-account.ts'
import type { FolderReport } from './folder-report.ts'

/** One folder for people. `isRunning`: an engine is at work and told how the folder is. */
export function describeFolder(folder: FolderReport, isRunning: boolean): string[] {
  const facts = folder.isWatched ? healthFacts(folder, isRunning) : formerFacts
  return [
    printable(`${folder.id}  ${folder.path}`),
    ...facts.flatMap(([name, value]) => (value === null ? [] : [`  ${name.padEnd(14)} ${printable(value)}`])),
    ...accountTable(folder).map((line) => `  ${line}`),
    ...folder.ignored.map(({ reason, count }) =>
      printable(`  Ignored ${inThousands(count)}: ${reason === '' ? 'without a reason' : reason}`),
    ),
    ...(folder.unaccountedTotal === 0
      ? []
      : [
          `  NOT ACCOUNTED FOR: ${inThousands(folder.unaccountedTotal)}. This is a defect of Intray: run "intray verify" and send us the log.`,
        ]),
  ]
}

type Fact = readonly [name: string, value: string | null]

const formerFacts: readonly Fact[] = [['State', 'It is watched no more.']]

function healthFacts(folder: FolderReport, isRunning: boolean): readonly Fact[] {
  const { failure, lastComparisonAtMs, lastComparisonDurationMs, freeBytes, notSeenYet } = folder
  const ms =
    lastComparisonDurationMs === null ? '' : ` (took ${inThousands(Math.round(lastComparisonDurationMs))} ms)`
  return [
    ['Reachable', failure === null ? reachableWords(folder, isRunning) : failureInShort(failure)],
    ...(isRunning
      ? ([
          ['Changes', `${deliveryNames[folder.delivery]}. ${folder.deliveryWords}`.trim()],
          ['Last event', timeOrNever(folder.lastEventAtMs)],
          ['Last compared', timeOrNever(lastComparisonAtMs) + ms],
          ['Backlog', `${inThousands(folder.backlog)} files are being checked`],
        ] satisfies Fact[])
      : []),
    [
      'Not seen yet',
      notSeenYet === null ? null : `${inThousands(notSeenYet)} files; they are taken in once Intray runs`,
    ],
    ['Free disk', freeBytes === null ? 'the system does not say' : inGigabytes(freeBytes)],
    ['After upload', `${afterUploadNames[folder.afterUpload]} ${folder.afterUploadWords ?? ''}`.trim()],
  ]
}

const deliveryNames = {
  events: 'The system tells of each',
  comparison_only: 'The folder is compared again and again',
} as const

const afterUploadNames: Readonly<Record<AfterUpload, string>> = {
  leave: 'Files stay where they are.',
  archive: 'Files are moved to the archive.',
  trash: 'Files are moved to the system’s trash.',
}

function reachableWords({ reachableSinceMs }: FolderReport, isRunning: boolean): string {
  if (!isRunning) return 'now'
  return reachableSinceMs === null ? 'not looked at yet' : `since ${localTime(reachableSinceMs)}`
}

function timeOrNever(atMs: number | null): string {
  return atMs === null ? 'none yet' : localTime(atMs)
}

function inGigabytes(bytes: number): string {
  return `${(bytes / 1e9).toLocaleString('en-US', { maximumFractionDigits: 1 })} GB`
}

const titles = [
  'Day',
  'Seen',
  'Uploaded',
  'Waiting',
  'Attention',
  'Rejected',
  'Ignored',
  'Missing',
  'Unaccounted',
]

/** A row for each day, the newest first, and one for all of them. */
function accountTable({ days }: FolderReport): string[] {
  const rows = [...days.map((day) => ({ name: day.day, ...day })), { name: 'Together', ...sumOfDays(days) }]
  return [
    row(titles),
    ...rows.map((counts) =>
      row([
        counts.name,
        ...[counts.seen, ...accountParts.map((part) => counts[part]), unaccountedOf(counts)].map(inThousands),
      ]),
    ),
  ]
}

function row(cells: readonly string[]): string {
  return cells
    .map((cell, index) =>
      index === 0 ? cell.padEnd(10) : cell.padStart(Math.max(7, titles[index]?.length ?? 0)),
    )
    .join('  ')
}
