import type { Item } from '../../electron/shared/records.ts'
import { call } from '../bridge/client.ts'
import { approvalOf, decisionOn, needsReason } from '../item/approval.ts'
import { correctedNames } from '../item/corrected-names.svelte.ts'
import { drafts } from '../item/drafts.svelte.ts'
import { refusals } from '../item/refusals.svelte.ts'
import { askForRescan } from '../item/rescan-request.ts'
import { slipWords } from '../item/rescan-words.ts'
import { sitting } from '../item/sitting.svelte.ts'
import { messages } from '../messages/current.ts'
import { asOperator } from '../operator/as-operator.ts'
import { toasts } from '../state/toasts.svelte.ts'

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
    const approval = approvalOf(item, reason)
    void this.#decide('approve', item, () => call('review.approve', approval), text.done.approve(item.name))
    return true
  }

  reject(item: Item, reason: string): void {
    const rejection = { ...decisionOn(item), reason }
    void this.#decide('reject', item, () => call('review.reject', rejection), text.done.reject(item.name))
  }

  requestRescan(item: Item, reason: string): void {
    const title = messages.item.decision.rescanRequested(item.name)
    void this.#decide('request_rescan', item, () => askForRescan(item, reason), title, slipWords)
  }

  /** The way back is offered before anything else: what could be taught waits in the item's own story. */
  async #decide(
    kind: 'approve' | 'reject' | 'request_rescan',
    item: Item,
    ask: () => Promise<Item>,
    title: string,
    wordsOf: (decided: Item) => string = () => '',
  ): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.question = null
    const changes = drafts.changesOf(item)
    const answer = asOperator(ask)
    sitting.follow(answer)
    try {
      const decided = await answer
      drafts.clear(item)
      refusals.forget(item)
      correctedNames.note(item, changes)
      const toast = { tone: 'success', title, words: wordsOf(decided) } as const
      sitting.offer(sitting.noteOne(kind, decided, title), toast)
    } catch (thrown) {
      refusals.note(item, thrown)
      toasts.showFailure(thrown, text.notDone(item.name))
    } finally {
      this.busy = false
    }
  }
}
