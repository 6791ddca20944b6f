import { IntrayError, toFailure } from '../../shared/error-codes.ts'
import type { Failure } from '../../shared/error-codes.ts'
import { itemStateLabels } from '../../shared/item-states.ts'
import type { Item } from '../../shared/records.ts'
import type { DecisionContext } from '../decisions.ts'
import { exitCodeOfFailure, exitCodes } from './exit-codes.ts'
import { failureInShort, reportFailure } from './failure-words.ts'
import type { Invocation } from './invocation.ts'
import { itemReasons } from './item-words.ts'
import { withDecisionDesk } from './desk-access.ts'
import { printable } from './terminal.ts'

/** Which item a decision is made on, as it is now. */
export interface Chosen {
  readonly itemId: number
  readonly revision: number
}

interface Deciding {
  readonly itemIds: readonly number[]
  /** What happened to the items, such as `approved`. */
  readonly done: string
  /** `before` is the item as the decision finds it. */
  decide(context: DecisionContext, chosen: Chosen, before: Item): Promise<Item>
}

interface Refusal {
  readonly itemId: number
  readonly failure: Failure
}

/**
 * Takes the same decision on several items, each by itself, and reports each one exactly. Resolves with the exit
 * code: 0 when all were taken, else the gravest refusal's.
 */
export function decideEach(invocation: Invocation, { itemIds, done, decide }: Deciding): Promise<number> {
  return withDecisionDesk(invocation, async (context) => {
    const items: Item[] = []
    const refusals: Refusal[] = []
    for (const itemId of itemIds) {
      try {
        const before = await context.desk.ledger.getItem(itemId)
        items.push(await decide(context, { itemId, revision: before.revision }, before))
      } catch (error) {
        // Whatever else goes wrong must not hide what was decided before it.
        if (!(error instanceof IntrayError) && items.length + refusals.length === 0) throw error
        refusals.push({ itemId, failure: toFailure(error) })
      }
    }
    await report(invocation, done, items, refusals)
    return Math.max(exitCodes.done, ...refusals.map(({ failure }) => exitCodeOfFailure(failure.code)))
  })
}

async function report(
  { terminal }: Invocation,
  done: string,
  items: readonly Item[],
  refusals: readonly Refusal[],
): Promise<void> {
  if (terminal.json) {
    const refused = refusals.map(({ itemId, failure }) => ({ itemId, error: reportFailure(failure) }))
    return terminal.printJson({ done: items, refused })
  }
  const count = `${String(items.length)} ${done}`
  await terminal.print(refusals.length === 0 ? `${count}.` : `${count}, ${String(refusals.length)} refused:`)
  for (const { itemId, failure } of refusals) {
    await terminal.print(`  Item ${String(itemId)}: ${failureInShort(failure)}`)
  }
  for (const item of items) {
    await terminal.print(
      printable(`  Item ${String(item.id)} (${item.name}): ${itemStateLabels[item.state]}.`),
    )
    if (item.state !== 'needs_attention') continue
    for (const reason of itemReasons(item)) await terminal.print(`    ${reason}`)
  }
  if (items.some((item) => item.state === 'approved')) {
    terminal.tell('Approved files are sent while Intray or "intray run" is at work.')
  }
}
