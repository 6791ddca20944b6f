import type { Item } from '../../electron/shared/records.ts'
import { call } from '../bridge/client.ts'
import { approvalOf, decisionOn, needsReason } from '../item/approval.ts'
import { correctedNames } from '../item/corrected-names.svelte.ts'
import { drafts } from '../item/drafts.svelte.ts'
import { refusals } from '../item/refusals.svelte.ts'
import { slipWords } from '../item/rescan-words.ts'
import { messages } from '../messages/current.ts'
import { toasts } from '../state/toasts.svelte.ts'
import type { ToastAction } from '../state/toasts.svelte.ts'

const text = messages.problems

/** A decision about a scan that still waits, made before the time is over. */
export class WaitingDecision {
  question = $state<'reject' | 'set_aside' | 'request_rescan' | null>(null)
  busy = $state(false)
  /** True once an approval was tried: empty fields count from then on. */
  tried = $state(false)

  /** Approves with what was typed, or asks for what is missing. False when it asked. */
  approve(item: Item, reason?: string): boolean {
    this.tried = true
    if (Object.keys(drafts.errorsOf(item, true)).length > 0) return false
    if (reason === undefined && needsReason(item)) {
      this.question = 'set_aside'
      return false
    }
    const changes = drafts.changesOf(item)
    const answer = call('review.approve', approvalOf(item, reason))
    void this.#decide(item, answer, text.done.approve(item.name), () => ({
      action: correctedNames.note(item, changes),
    }))
    return true
  }

  reject(item: Item, reason: string): void {
    const answer = call('review.reject', { ...decisionOn(item), reason })
    void this.#decide(item, answer, text.done.reject(item.name))
  }

  requestRescan(item: Item, reason: string): void {
    const answer = call('review.requestRescan', { ...decisionOn(item), reason })
    const title = messages.item.decision.rescanRequested(item.name)
    void this.#decide(item, answer, title, (rejected) => ({ words: slipWords(rejected) }))
  }

  async #decide(
    item: Item,
    answer: Promise<Item>,
    title: string,
    more: (decided: Item) => { words?: string; action?: ToastAction | null } = () => ({}),
  ): Promise<void> {
    this.busy = true
    this.question = null
    try {
      const decided = await answer
      drafts.clear(item)
      refusals.forget(item)
      toasts.show({ tone: 'success', title, ...more(decided) })
    } catch (thrown) {
      refusals.note(item, thrown)
      toasts.showFailure(thrown, text.notDone(item.name))
    } finally {
      this.busy = false
    }
  }
}
