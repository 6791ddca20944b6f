import { resolve } from 'node:path'
import type { Command } from 'commander'
import { IntrayError } from '../../shared/error-codes.ts'
import type { VerifyReport } from '../../shared/ledger-proof.ts'
import type { Anchor } from '../../shared/records.ts'
import { readAnchorFile } from '../evidence/anchor-file.ts'
import { verifyBundle } from '../evidence/bundle/bundle-verification.ts'
import { proveLedger, readSetAnchors } from '../ledger-proof.ts'
import type { AnchorsRead } from '../ledger-proof.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { exitCodes } from './exit-codes.ts'
import { helpAfter } from './help.ts'
import type { Invocation } from './invocation.ts'
import { withLedger } from './ledger-access.ts'
import type { Perform } from './perform.ts'
import { counted, inThousands, printable } from './terminal.ts'
import type { Terminal } from './terminal.ts'

/** `intray verify`: whether the ledger, or a sealed bundle, still proves what it says. */
export function addVerify(program: Command, perform: Perform): void {
  program
    .command('verify')
    .description(
      'Check that nothing in the ledger was altered: the chain of events, every item, every attempt, what is searched.',
    )
    .argument('[bundle]', 'a sealed bundle to check in place of the ledger')
    .option(
      '--anchors <file>',
      'an anchor file, whose anchors must lie on the chain; for the ledger also that of the settings',
    )
    .addHelpText(
      'after',
      helpAfter({
        notes: ['A history that was made anew proves itself; only anchors that were kept elsewhere show it.'],
        examples: [
          'verify',
          'verify --live --json',
          'verify --anchors //server/intray.anchors',
          'verify case.jsonl',
        ],
        exits: { 0: 'it proves itself', 1: 'there are faults; each is named' },
      }),
    )
    .action((bundle: string | undefined, options: { readonly anchors?: string }, command: Command) =>
      perform(command, async (invocation) => {
        const given = options.anchors === undefined ? null : await readAnchors(invocation, options.anchors)
        if (bundle !== undefined) return showBundle(invocation, resolve(bundle), given ?? [])
        return withLedger(invocation, (ledger) => showLedger(invocation, ledger, given))
      }),
    )
}

async function readAnchors({ terminal }: Invocation, path: string): Promise<readonly Anchor[]> {
  const { anchors, unreadableLines } = await readAnchorFile(resolve(path))
  tellUnreadable(terminal, unreadableLines)
  return anchors
}

/** The anchors of the settings' own file. One that is away is told of. */
async function readOwnAnchors(invocation: Invocation): Promise<Pick<AnchorsRead, 'anchors' | 'failure'>> {
  const { terminal } = invocation
  const read = await readSetAnchors((await invocation.settings()).ledger.anchorFile)
  tellUnreadable(terminal, read.unreadableLines)
  if (read.failure !== null) {
    terminal.tell(`The anchor file was not compared: ${printable(read.failure.detail)}`)
  }
  return read
}

function tellUnreadable(terminal: Terminal, lineCount: number): void {
  if (lineCount > 0) terminal.tell(`${inThousands(lineCount)} lines of the anchor file are no anchors.`)
}

async function showLedger(
  invocation: Invocation,
  ledger: Ledger,
  given: readonly Anchor[] | null,
): Promise<number> {
  const { terminal } = invocation
  const read = given === null ? await readOwnAnchors(invocation) : { anchors: given, failure: null }
  if (given !== null && !given.some(({ ledgerId }) => ledgerId === ledger.id)) {
    throw new IntrayError('text_file_failed', `The file holds no anchor of this ledger (${ledger.id}).`)
  }
  const report = await proveLedger(ledger, read, (share) => {
    showShare(terminal, share)
  })
  if (terminal.watched) terminal.showProgress('')
  const { ok, faults, anchorsProven } = report
  if (terminal.json) await terminal.printJson(report)
  else {
    await terminal.print(ledgerWords(report))
    for (const { seq, itemId, words } of faults) {
      const places = [
        ...(seq === null ? [] : [`event ${String(seq)}`]),
        ...(itemId === null ? [] : [`item ${String(itemId)}`]),
      ]
      await terminal.print(printable(`  ${[places.join(', '), words].filter(Boolean).join(': ')}`))
    }
    if (anchorsProven !== null) {
      await terminal.print(`${inThousands(anchorsProven)} anchors of the file lie on the chain.`)
    }
  }
  return ok ? exitCodes.done : exitCodes.needsPerson
}

function showShare(terminal: Terminal, share: number): void {
  if (terminal.watched) terminal.showProgress(`Checked ${String(Math.floor(share * 100))} %`)
}

function ledgerWords({ ok, eventCount, itemCount, headHash }: VerifyReport): string {
  const extent = `${counted(eventCount, 'event')} and ${counted(itemCount, 'item')}`
  return ok
    ? `The ledger proves itself: ${extent}.\nThe last event’s hash is ${headHash}.`
    : `The ledger does not prove itself. Of ${extent} these are faulty:`
}

async function showBundle(
  { terminal }: Invocation,
  path: string,
  anchors: readonly Anchor[],
): Promise<number> {
  const report = await verifyBundle(path, {
    anchors,
    progress: (share) => {
      showShare(terminal, share)
    },
  })
  if (terminal.watched) terminal.showProgress('')
  if (terminal.json) await terminal.printJson(report)
  else {
    const { ok, ledgerId, itemCount, eventCount, anchorCount, headHash, faults } = report
    const extent = [
      counted(itemCount, 'item'),
      counted(eventCount, 'event'),
      counted(anchorCount, 'anchor'),
    ].join(', ')
    await terminal.print(
      ok
        ? `The bundle of ledger ${printable(ledgerId ?? '')} proves itself: ${extent}.\nThe last event’s hash is ${headHash ?? ''}.`
        : `The bundle does not prove itself. Of ${extent} these are faulty:`,
    )
    for (const { line, words } of faults) {
      await terminal.print(printable(line === null ? `  ${words}` : `  line ${String(line)}: ${words}`))
    }
  }
  return report.ok ? exitCodes.done : exitCodes.needsPerson
}
