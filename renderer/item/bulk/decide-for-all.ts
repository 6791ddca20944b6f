import type { CallInput } from '../../../electron/shared/contract.ts'
import type { BulkResult } from '../../../electron/shared/bulk-decisions.ts'
import { call } from '../../bridge/client.ts'
import { asOperator } from '../../operator/as-operator.ts'
import type { BulkTarget } from '../../state/bulk-target.ts'
import { toasts } from '../../state/toasts.svelte.ts'
import type { NewToast } from '../../state/toasts.svelte.ts'
import { drafts } from '../drafts.svelte.ts'
import { sitting } from '../sitting.svelte.ts'
import { bulkTitle, heldWords } from './bulk-words.ts'

export type BulkAction = CallInput<'review.bulk'>['action']

export interface BulkDecisionWords {
  /** What was done with so many: `37 approved`. */
  readonly done: (count: number) => string
  /** What did not work, when the call as a whole failed. */
  readonly failed: string
}

/** What is looked up changes nothing that could be taken back. */
const lasting: ReadonlySet<BulkAction['kind']> = new Set([
  'approve',
  'correct',
  'reject',
  'request_rescan',
  'reopen',
  'accept_repair',
  'retry',
  'settle_unknown',
])

/**
 * Decides the same for many items and tells the exact result, with a way back. Items that were held stay told until
 * somebody dismisses them. Null when the call as a whole failed, which is told as well.
 */
export async function decideForAll(
  target: BulkTarget,
  action: BulkAction,
  words: BulkDecisionWords,
): Promise<BulkResult | null> {
  let result: BulkResult
  try {
    result = await asOperator(() => call('review.bulk', { target, action }))
  } catch (thrown) {
    toasts.showFailure(thrown, words.failed)
    return null
  }
  if (action.kind === 'correct') {
    // What stands in their fields from now on is what they were given.
    for (const { itemId } of result.done) drafts.giveWay(itemId, action)
  }
  const title = bulkTitle(result, action.kind, words.done)
  const held = heldWords(result)
  const decision =
    result.done.length > 0 && lasting.has(action.kind)
      ? sitting.note({ kind: action.kind, words: title, items: result.done })
      : null
  const toast: NewToast = {
    tone: result.done.length > 0 ? 'success' : 'neutral',
    title,
    words: held,
    ...(held !== '' && { shownForMs: null }),
  }
  if (decision === null) toasts.show(toast)
  else sitting.offer(decision, toast)
  return result
}
