import { Option } from 'commander'
import type { BulkAction } from '../../shared/calls/review-calls.ts'
import { maxBulkItems } from '../../shared/calls/review-calls.ts'
import { IntrayError, toFailure } from '../../shared/error-codes.ts'
import { itemStateLabels } from '../../shared/item-states.ts'
import type { Item } from '../../shared/records.ts'
import { bulkResultOf, decideForMany } from '../bulk-decisions.ts'
import type { BulkTarget } from '../bulk-decisions.ts'
import type { DecisionContext, DecisionOutcome } from '../decision-desk.ts'
import { readQuery } from './arguments.ts'
import { withDecisionDesk } from './desk-access.ts'
import { exitCodeOfFailure, exitCodes } from './exit-codes.ts'
import { failureInShort, reportFailure } from './failure-words.ts'
import type { Invocation } from './invocation.ts'
import { itemReasons } from './item-words.ts'
import { inThousands, printable } from './terminal.ts'

interface Deciding {
  readonly itemIds: readonly number[]
  /** All items that match, in place of numbers. */
  readonly query?: string | undefined
  /** What happened to the items, such as `approved`. */
  readonly done: string
  /** What is decided on the item as it is now. */
  action(before: Item): BulkAction
}

/** For commands that decide on one item or on all that match. */
export function queryOption(): Option {
  return new Option(
    '--query <query>',
    `in place of numbers: all items that match, as the window’s search reads it; at most ${inThousands(maxBulkItems)}`,
  ).argParser(readQuery)
}

/**
 * Takes the same decision on several items, each by itself, and reports each one exactly. Resolves with the exit
 * code: 0 when all were taken, else the gravest refusal's.
 */
export function decideEach(invocation: Invocation, deciding: Deciding): Promise<number> {
  const { itemIds, query } = deciding
  if ((itemIds.length === 0) === (query === undefined)) {
    throw new IntrayError('command_invalid', 'It needs the numbers of items, or --query, and not both.')
  }
  return withDecisionDesk(invocation, async (context) => {
    const target = query === undefined ? await asTheyAre(context, itemIds) : { selection: matching(query) }
    const outcomes = await decideForMany(
      () => context,
      target,
      (item) => deciding.action(item),
    )
    outcomes.sort((one, other) => one.itemId - other.itemId)
    if (query === undefined) await reportItems(invocation, deciding.done, outcomes)
    else await reportCounts(invocation, deciding.done, outcomes)
    const errors = outcomes.flatMap((outcome) => errorOf(outcome) ?? [])
    return Math.max(exitCodes.done, ...errors.map(({ code }) => exitCodeOfFailure(code)))
  })
}

/** Why an item was left as it is, or what is missing of its decision. */
function errorOf(outcome: DecisionOutcome): IntrayError | undefined {
  return 'refusal' in outcome ? outcome.refusal : outcome.unfinished
}

/** Whoever types a number means the item as it is now. One that does not exist is refused later, by its number. */
async function asTheyAre({ desk }: DecisionContext, itemIds: readonly number[]): Promise<BulkTarget> {
  const present = new Map((await desk.ledger.getItems(itemIds)).map((item) => [item.id, item.revision]))
  return { items: itemIds.map((itemId) => ({ itemId, revision: present.get(itemId) ?? 0 })) }
}

function matching(text: string) {
  return { states: [], text }
}

async function reportItems(
  { terminal }: Invocation,
  done: string,
  outcomes: readonly DecisionOutcome[],
): Promise<void> {
  const items = outcomes.flatMap((outcome) => ('done' in outcome ? [outcome.done] : []))
  const refusals = outcomes.flatMap((outcome) =>
    'refusal' in outcome ? [{ itemId: outcome.itemId, failure: toFailure(outcome.refusal) }] : [],
  )
  if (terminal.json) {
    const refused = refusals.map(({ itemId, failure }) => ({ itemId, error: reportFailure(failure) }))
    return terminal.printJson({ done: items, refused })
  }
  await terminal.print(resultLine(done, items.length, refusals.length))
  for (const { itemId, failure } of refusals) {
    await terminal.print(`  Item ${String(itemId)}: ${failureInShort(failure)}`)
  }
  for (const { itemId, unfinished } of outcomes) {
    if (unfinished === undefined) continue
    await terminal.print(`  Item ${String(itemId)}: ${failureInShort(toFailure(unfinished))}`)
  }
  for (const item of items) {
    await terminal.print(
      printable(`  Item ${String(item.id)} (${item.name}): ${itemStateLabels[item.state]}.`),
    )
    if (item.firstApproval !== null) await terminal.print('    A second person must approve it too.')
    if (item.state !== 'needs_attention') continue
    for (const reason of itemReasons(item)) await terminal.print(`    ${reason}`)
  }
  tellOfSending(terminal, items)
}

/** Many items are told by their number and by what held them. */
async function reportCounts(
  { terminal }: Invocation,
  done: string,
  outcomes: readonly DecisionOutcome[],
): Promise<void> {
  const result = bulkResultOf(outcomes)
  if (terminal.json) {
    const held = result.held.map(({ failure, itemIds }) => ({ error: reportFailure(failure), itemIds }))
    const unfinished = result.unfinished?.map(({ failure, itemIds }) => ({
      error: reportFailure(failure),
      itemIds,
    }))
    return terminal.printJson({ done: result.done, held, ...(unfinished !== undefined && { unfinished }) })
  }
  await terminal.print(resultLine(done, result.done.length, outcomes.length - result.done.length))
  for (const { failure, itemIds } of [...result.held, ...(result.unfinished ?? [])]) {
    const named = itemIds.slice(0, namedItems).join(', ')
    const more = itemIds.length > namedItems ? `, and ${inThousands(itemIds.length - namedItems)} more` : ''
    const items = itemIds.length === 1 ? 'Item' : 'Items'
    await terminal.print(`  ${items} ${named}${more}: ${failureInShort(failure)}`)
  }
  const items = outcomes.flatMap((outcome) => ('done' in outcome ? [outcome.done] : []))
  const first = items.filter(({ firstApproval }) => firstApproval !== null).length
  if (first > 0) terminal.tell(`A second person must approve ${inThousands(first)} of them too.`)
  tellOfSending(terminal, items)
}

const namedItems = 20

function resultLine(done: string, doneCount: number, refusedCount: number): string {
  const count = `${inThousands(doneCount)} ${done}`
  return refusedCount === 0 ? `${count}.` : `${count}, ${inThousands(refusedCount)} refused:`
}

function tellOfSending(terminal: Invocation['terminal'], items: readonly Item[]): void {
  if (!items.some((item) => item.state === 'approved')) return
  terminal.tell('Approved files are sent while Intray or "intray run" is at work.')
}
