import { viewStates } from '../../electron/shared/item-states.ts'
import type { Item } from '../../electron/shared/records.ts'
import { failureOf } from '../bridge/call-failure.ts'
import { call } from '../bridge/client.ts'
import { approvalOf, decisionOn, needsReason } from '../item/approval.ts'
import { correctedNames } from '../item/corrected-names.svelte.ts'
import { drafts } from '../item/drafts.svelte.ts'
import { entityLookUp } from '../item/entity-look-up.svelte.ts'
import { ItemDetailState } from '../item/item-detail.svelte.ts'
import { refusals } from '../item/refusals.svelte.ts'
import { slipWords } from '../item/rescan-words.ts'
import { messages } from '../messages/current.ts'
import { announcer } from '../state/announcer.svelte.ts'
import { ItemList } from '../state/item-list.svelte.ts'
import { ItemSelection } from '../state/item-selection.svelte.ts'
import { toasts } from '../state/toasts.svelte.ts'
import { Decided } from './decided.svelte.ts'

const text = messages.review
/** How close to the end of what is loaded the selection may come before more is loaded. */
const lookAheadRows = 30

/** The question that stands between the person and a decision. */
export type ReasonQuestion = 'reject' | 'set_aside' | 'request_rescan'

/** The queue, the item in hand, and what is decided about it. Lives as long as the window. */
class ReviewDesk {
  readonly list = new ItemList(() => ({ states: [...viewStates.review], order: 'oldest_first' }))
  readonly detail = new ItemDetailState()
  approvedCount = $state(0)
  rejectedCount = $state(0)
  question = $state<ReasonQuestion | null>(null)
  /** The item whose approval was tried while something was missing. */
  triedItemId = $state<number | null>(null)

  readonly #decided = new Decided()
  #lastRejected = $state.raw<Item | null>(null)
  #undoToastId = 0

  readonly queue = $derived(this.list.items.filter((item) => !this.#decided.covers(item)))
  readonly selection = new ItemSelection(this.list, () => this.queue)
  readonly selected = $derived(this.selection.current)
  readonly errors = $derived(
    this.selected === null ? {} : drafts.errorsOf(this.selected, this.selected.id === this.triedItemId),
  )
  readonly tally = $derived(text.tally(this.approvedCount, this.rejectedCount))

  start(): () => void {
    const stops = [this.list.start(), this.detail.start()]
    return () => {
      for (const stop of stops) stop()
    }
  }

  /** Keeps the item in hand fixed while the queue changes around it. Run it whenever the queue changed. */
  settleSelection(): void {
    const left = this.selection.settle()
    if (left !== null) {
      this.question = null
      // Another person, or the file itself, changed it; it must not vanish without a word.
      if (!this.#decided.has(left.id)) toasts.show({ tone: 'neutral', title: text.leftQueue(left.name) })
    }
    if (this.selection.index >= this.queue.length - lookAheadRows) void this.list.loadMore()
    this.detail.show(this.selected?.id ?? null)
  }

  select(item: Item): void {
    this.selection.select(item)
    this.question = null
  }

  /** Moves the selection by so many places and stops at the ends. */
  step(places: number): void {
    this.selection.step(places)
    this.question = null
  }

  /** Approves the item in hand with what was typed, or asks for what is missing. False when it asked. */
  approve(reason?: string): boolean {
    const item = this.selected
    if (item === null) return true
    this.triedItemId = item.id
    if (Object.keys(drafts.errorsOf(item, true)).length > 0) return false
    if (reason === undefined && needsReason(item)) {
      this.question = 'set_aside'
      return false
    }
    const changes = drafts.changesOf(item)
    this.#decide(item, call('review.approve', approvalOf(item, reason)), text.notApproved(item.name), () => {
      this.approvedCount += 1
      announcer.say(text.approved(item.name))
      const action = correctedNames.note(item, changes)
      if (action !== null) {
        toasts.show({ tone: 'success', title: text.correctedAndApproved(item.name), action })
      }
    })
    return true
  }

  reject(reason: string): void {
    const item = this.selected
    if (item === null) return
    const rejection = call('review.reject', { ...decisionOn(item), reason })
    this.#decide(item, rejection, text.notRejected(item.name), (rejected) =>
      this.#afterRejection(rejected, text.rejected(rejected.name), rejected.reason ?? ''),
    )
  }

  /** Rejects the item in hand and asks the folder for a new scan of it. */
  requestRescan(reason: string): void {
    const item = this.selected
    if (item === null) return
    const request = call('review.requestRescan', { ...decisionOn(item), reason })
    this.#decide(item, request, text.notRescanned(item.name), (rejected) =>
      this.#afterRejection(
        rejected,
        messages.item.decision.rescanRequested(rejected.name),
        slipWords(rejected),
      ),
    )
  }

  /** Asks the endpoint for the entity of the item in hand, which may leave the queue by the answer. */
  async lookUpEntity(): Promise<void> {
    const item = this.selected
    if (item === null) return
    const looked = await entityLookUp.ask(item)
    if (looked === null) return
    if (looked.state !== item.state) this.#decided.add(looked)
    this.list.refresh()
  }

  /** Takes the last rejection back and shows the item again. */
  async undo(): Promise<void> {
    const rejected = this.#lastRejected
    if (rejected === null) return
    this.#lastRejected = null
    toasts.dismiss(this.#undoToastId)
    try {
      const item = await call('review.reopen', decisionOn(rejected))
      this.rejectedCount -= 1
      if (item.state === 'awaiting_review') {
        this.#showAgain(item)
        announcer.say(text.reopened(item.name))
      } else {
        toasts.show({ tone: 'neutral', title: text.reopenedElsewhere(item.name) })
      }
    } catch (thrown) {
      toasts.showFailure(thrown, text.notReopened(rejected.name))
    }
  }

  /** The item leaves the queue at once; when the engine refuses, it comes back and the person is told. */
  #decide(item: Item, answer: Promise<Item>, failedTitle: string, onDone: (decided: Item) => void): void {
    const { index } = this.selection
    this.question = null
    this.#decided.add(item)
    answer.then(
      (decided) => {
        this.#decided.add(decided)
        drafts.clear(item)
        refusals.forget(item)
        onDone(decided)
      },
      (thrown: unknown) => {
        const { code } = failureOf(thrown)
        if (code === 'rescan_slip_unwritable') {
          // The item is rejected all the same.
          toasts.showFailure(thrown, failedTitle)
          return
        }
        this.#decided.takeBack(item.id)
        refusals.note(item, thrown)
        if (!this.list.items.some((known) => known.id === item.id)) this.list.put(item, index)
        if (code !== 'item_blocked') this.list.refresh()
        toasts.showFailure(thrown, failedTitle, {
          label: text.goToIt,
          run: () => this.selection.seek(item.id),
        })
      },
    )
  }

  #showAgain(item: Item): void {
    this.list.put(item, Math.max(0, this.selection.index))
    this.select(item)
  }

  /** Counts the rejection and offers to take it back. */
  #afterRejection(rejected: Item, title: string, words: string): void {
    this.rejectedCount += 1
    this.#lastRejected = rejected
    toasts.dismiss(this.#undoToastId)
    this.#undoToastId = toasts.show({
      tone: 'neutral',
      title,
      words,
      action: { label: messages.words.undo, key: 'U', run: () => void this.undo() },
    })
  }
}

export const reviewDesk = new ReviewDesk()
