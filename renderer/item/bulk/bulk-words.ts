import type { Failure } from '../../../electron/shared/error-codes.ts'
import type { BulkResult, DecidedItem, ItemsByFailure } from '../../../electron/shared/bulk-decisions.ts'
import { messages } from '../../messages/current.ts'
import { inWords } from '../../messages/in-words.ts'

const text = messages.bulk

/** How many items a decision left as they were. */
export function heldCount(result: BulkResult): number {
  return result.held.reduce((sum, { itemIds }) => sum + itemIds.length, 0)
}

/**
 * `37 approved, 2 held`. `done` says what was done with so many. Of an approval, first approvals of two are told
 * apart.
 */
export function bulkTitle(result: BulkResult, kind: string, done: (count: number) => string): string {
  const first = kind === 'approve' ? result.done.filter(isFirstOfTwo).length : 0
  const whole = result.done.length - first
  const held = heldCount(result)
  return text.parts([
    ...(whole > 0 || first === 0 ? [done(whole)] : []),
    ...(first > 0 ? [text.firstApproved(first)] : []),
    ...(held > 0 ? [text.held(held)] : []),
  ])
}

/** True for an item that was approved and stays in review: a second person must approve it too. */
export function isFirstOfTwo({ state }: Pick<DecidedItem, 'state'>): boolean {
  return state === 'awaiting_review'
}

/**
 * Why items were held, and what is missing of those that were not, with their number, the most frequent reason first.
 * Empty where all is as it should be.
 */
export function heldWords({ held, unfinished = [] }: BulkResult): string {
  const wordsOf = (groups: readonly ItemsByFailure[], words: typeof text.heldBecause): string[] =>
    groups
      .toSorted((a, b) => b.itemIds.length - a.itemIds.length)
      .map(({ failure, itemIds }) => words(itemIds.length, failureWords(failure)))
  return [...wordsOf(held, text.heldBecause), ...wordsOf(unfinished, text.unfinishedBecause)].join(' ')
}

function failureWords({ code, detail, said }: Failure): string {
  const { happened } = messages.errors[code]
  return detail === '' ? happened : text.withDetail(happened, inWords(detail, said))
}
