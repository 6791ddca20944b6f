import type { Failure } from '../../shared/error-codes.ts'
import { itemStateLabels, itemStates } from '../../shared/item-states.ts'
import type { Item } from '../../shared/records.ts'
import type { ItemCounts } from '../../shared/status.ts'
import { sumCounts } from '../ledger/queries.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { allItems } from './all-items.ts'
import { reportFailure } from './failure-words.ts'
import { itemReasons } from './item-words.ts'
import { countOf, heldStates, unsentStates } from './run-end.ts'
import type { RunEnd, UnreadDirectory } from './run-end.ts'
import { inThousands, printable } from './terminal.ts'

/** What a single run has to tell at its end. */
export interface RunSummary extends RunEnd {
  readonly ledgerFile: string
  /** Uploaded in this run: how many, and the newest of them. */
  readonly uploadedCount: number
  readonly uploaded: readonly Item[]
  /** Held files, the first ones of each state. `counts` says how many there are. */
  readonly held: readonly Item[]
}

const namedUploads = 5
const namedHeld = 200
const namedDirectories = 20

/** Reads from the ledger what happened since `startedAtMs` and what is held. */
export async function summarise(
  ledger: Ledger,
  end: Omit<RunEnd, 'counts'>,
  ledgerFile: string,
  startedAtMs: number,
): Promise<RunSummary> {
  const counts = sumCounts(await ledger.countsByFolder())
  const uploaded: Item[] = []
  let uploadedCount = 0
  for await (const item of allItems(ledger, { states: ['uploaded'], text: '', order: 'newest_first' })) {
    if (item.changedAtMs < startedAtMs) break
    if ((item.uploadedAtMs ?? 0) < startedAtMs) continue
    uploadedCount += 1
    if (uploaded.length < namedUploads) uploaded.push(item)
  }
  const held: Item[] = []
  for await (const item of allItems(ledger, { states: heldStates, text: '', order: 'oldest_first' })) {
    if (held.push(item) >= namedHeld) break
  }
  return { ...end, counts, ledgerFile, uploadedCount, uploaded, held }
}

/** The summary for people. `sameLedgerOptions` make its hints commands that can be typed as they stand. */
export function describeSummary(summary: RunSummary, sameLedgerOptions: readonly string[]): string {
  const { counts, uploadedCount, held, lane } = summary
  const where = [`--${summary.mode}`, ...sameLedgerOptions].join(' ')
  return [
    ...paragraph('Files by state', describeCounts(counts)),
    ...paragraph(`Uploaded in this run: ${inThousands(uploadedCount)}`, describeUploads(summary)),
    ...paragraph(`Held: ${inThousands(countOf(counts, heldStates))}`, [
      ...held.flatMap(describeHeld),
      ...(countOf(counts, heldStates) > held.length
        ? [`and more: intray list ${where} --all --state ${heldStates.join(',')}`]
        : []),
    ]),
    ...(lane.failure === null || countOf(counts, unsentStates) === 0
      ? []
      : paragraph('Uploads', describeFailure(lane.failure))),
    ...summary.folders.flatMap(({ path, failure }) =>
      failure === null ? [] : paragraph(printable(path), describeFailure(failure)),
    ),
    ...describeUnread(summary.unreadDirectories),
    ...paragraph('What to do next', nextSteps(summary, where)),
    `Ledger: ${summary.ledgerFile}`,
  ].join('\n')
}

/** The summary for scripts. */
export function reportSummary(summary: RunSummary, exitCode: number): unknown {
  return { exitCode, ...summary }
}

function paragraph(title: string, lines: readonly string[]): string[] {
  return [title, ...lines.map((line) => `  ${line}`), '']
}

function describeCounts(counts: ItemCounts): string[] {
  const present = itemStates.filter((state) => counts[state] > 0)
  if (present.length === 0) return ['none yet']
  return present.map((state) => `${inThousands(counts[state]).padStart(7)}  ${itemStateLabels[state]}`)
}

function describeUploads({ uploaded, uploadedCount }: RunSummary): string[] {
  const named = uploaded.map((item) => printable(`${item.path} -> ${item.entityId ?? ''}`))
  return uploadedCount > uploaded.length
    ? [...named, `and ${inThousands(uploadedCount - uploaded.length)} more`]
    : named
}

function describeHeld(item: Item): string[] {
  const reasons = itemReasons(item).map((line) => `  ${line}`)
  return [printable(`${String(item.id)}  ${item.path}  (${itemStateLabels[item.state]})`), ...reasons]
}

function describeFailure(failure: Failure): string[] {
  const { happened, detail, next } = reportFailure(failure)
  return [happened, ...(detail === '' ? [] : [printable(detail)]), next]
}

function describeUnread(unread: readonly UnreadDirectory[]): string[] {
  if (unread.length === 0) return []
  const named = unread.slice(0, namedDirectories).map(({ path, words }) => printable(`${path}: ${words}`))
  const more = unread.length > named.length ? [`and ${inThousands(unread.length - named.length)} more`] : []
  return paragraph('Sub-folders that cannot be read', [...named, ...more])
}

function nextSteps({ counts, lane, timedOut }: RunSummary, where: string): string[] {
  const unsent = countOf(counts, unsentStates)
  const steps = [
    ...(timedOut && unsent === 0 ? ['The time was over before all was done: run it again.'] : []),
    ...(lane.failure?.code === 'key_missing'
      ? ['Give the API key: in INTRAY_API_KEY, or by --key-file.']
      : []),
    ...(unsent > 0 ? [`Approved and not sent yet: ${inThousands(unsent)}. Run it again.`] : []),
    ...(counts.identified > 0
      ? [
          `Waiting for an index row or the other side: ${inThousands(counts.identified)}. Run it again when they came.`,
        ]
      : []),
    ...(counts.awaiting_review > 0
      ? [`Look at the files awaiting review: intray approve ${where} ITEM...`]
      : []),
    ...(counts.needs_attention > 0
      ? [
          `Say whose file it is: intray edit ${where} ITEM --entity ID --media-type TYPE`,
          `Or turn it down: intray reject ${where} ITEM --reason WORDS`,
        ]
      : []),
    ...(counts.failed > 0
      ? [`Send again what was refused, once the cause is mended: intray retry ${where} ITEM...`]
      : []),
    ...(counts.outcome_unknown > 0
      ? [`Say whether it arrived: intray settle ${where} ITEM --arrived --reason WORDS`]
      : []),
    ...(counts.missing > 0 ? ['Put missing files back, or reject them.'] : []),
  ]
  return steps.length === 0
    ? ['Nothing: all is done.']
    : [...steps, `All about one file: intray show ${where} ITEM`]
}
