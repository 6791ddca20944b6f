import type { Item } from '../../electron/shared/records.ts'
import { failureOf } from '../bridge/call-failure.ts'
import { call } from '../bridge/client.ts'
import { approvalOf, decisionOn, needsReason } from '../item/approval.ts'
import { isFirstOfTwo } from '../item/bulk/bulk-words.ts'
import { correctedNames } from '../item/corrected-names.svelte.ts'
import { drafts } from '../item/drafts.svelte.ts'
import { entityLookUp } from '../item/entity-look-up.svelte.ts'
import { ItemDetailState } from '../item/item-detail.svelte.ts'
import { refusals } from '../item/refusals.svelte.ts'
import { askForRescan } from '../item/rescan-request.ts'
import { slipWords } from '../item/rescan-words.ts'
import { sitting } from '../item/sitting.svelte.ts'
import type { TakenBack } from '../item/sitting.svelte.ts'
import { messages } from '../messages/current.ts'
import { asOperator } from '../operator/as-operator.ts'
import { announcer } from '../state/announcer.svelte.ts'
import { navigation } from '../state/navigation.svelte.ts'
import { toasts } from '../state/toasts.svelte.ts'
import { ReviewQueue } from './queue.svelte.ts'
import { waitsForSecond } from './second-review.ts'
import { SittingTally } from './sitting-tally.svelte.ts'

const text = messages.review

/** The question that stands between the person and a decision. */
export type ReasonQuestion = 'reject' | 'set_aside' | 'request_rescan'

/** What becomes of a decision that the engine took. */
interface Outcome {
  readonly kind: 'approve' | 'reject' | 'request_rescan'
  /** What it did, for people. */
  readonly words: string
}

/** The item in hand, and what is decided about it. Lives as long as the window. */
class ReviewDesk {
  readonly queue = new ReviewQueue()
  readonly detail = new ItemDetailState()
  readonly tally = new SittingTally()
  question = $state<ReasonQuestion | null>(null)
  /** The item whose approval was tried while something was missing. */
  triedItemId = $state<number | null>(null)
  #shownAgain: TakenBack | null = null
  /** False while the view opens: what was taken back in another one was told there. */
  #isNews = false

  readonly selected = $derived(this.queue.selection.current)
  readonly errors = $derived(
    this.selected === null ? {} : drafts.errorsOf(this.selected, this.selected.id === this.triedItemId),
  )

  start(): () => void {
    this.#isNews = false
    const stops = [this.queue.start(), this.detail.start()]
    return () => {
      for (const stop of stops) stop()
    }
  }

  /** Keeps the item in hand fixed while the queue changes around it. Run it whenever the queue changed. */
  settleSelection(): void {
    const before = this.selected
    const left = this.queue.settle()
    if (left !== null) {
      this.question = null
      // Another person, or the file itself, changed it; it must not vanish without a word.
      toasts.show({ tone: 'neutral', title: text.leftQueue(left.name) })
    }
    if (before?.id !== this.selected?.id) this.question = null
    this.detail.show(this.selected?.id ?? null)
  }

  select(item: Item): void {
    this.queue.selection.select(item)
    this.question = null
  }

  /** Moves the selection by so many places and stops at the ends. */
  step(places: number): void {
    this.queue.selection.step(places)
    this.question = null
  }

  /** Approves the item in hand with what was typed, or asks for what is missing. False when it asked. */
  approve(reason?: string): boolean {
    const item = this.selected
    if (item === null) return true
    if (waitsForSecond(item)) {
      announcer.say(text.secondNeeded)
      return true
    }
    this.triedItemId = item.id
    if (Object.keys(drafts.errorsOf(item, true)).length > 0) return false
    if (reason === undefined && needsReason(item)) {
      this.question = 'set_aside'
      return false
    }
    const changes = drafts.changesOf(item)
    const approval = approvalOf(item, reason)
    const outcome = { kind: 'approve', words: text.approvedWords(item.name) } as const
    this.#decide(
      item,
      () => call('review.approve', approval),
      outcome,
      text.notApproved(item.name),
      () => {
        const action = correctedNames.note(item, changes)
        if (action !== null) {
          toasts.show({ tone: 'success', title: text.correctedAndApproved(item.name), action })
        }
      },
    )
    return true
  }

  reject(reason: string): void {
    const item = this.selected
    if (item === null) return
    const outcome = { kind: 'reject', words: text.rejectedWords(item.name) } as const
    const rejection = { ...decisionOn(item), reason }
    this.#decide(item, () => call('review.reject', rejection), outcome, text.notRejected(item.name))
  }

  /** Rejects the item in hand and asks the folder for a new scan of it. */
  requestRescan(reason: string): void {
    const item = this.selected
    if (item === null) return
    const title = messages.item.decision.rescanRequested(item.name)
    this.#decide(
      item,
      () => askForRescan(item, reason),
      { kind: 'request_rescan', words: title },
      text.notRescanned(item.name),
      (rejected) => toasts.show({ tone: 'neutral', title, words: slipWords(rejected) }),
    )
  }

  /** Asks the endpoint for the entity of the item in hand, which may leave the queue by the answer. */
  async lookUpEntity(): Promise<void> {
    const item = this.selected
    if (item === null) return
    const looked = await entityLookUp.ask(item)
    if (looked === null) return
    if (looked.state !== item.state) this.queue.decided.add(looked)
    this.queue.list.refresh()
  }

  /** Shows again what was taken back. Run it with each new thing that was. */
  showTakenBack(takenBack: TakenBack | null): void {
    const isNews = this.#isNews
    this.#isNews = true
    if (takenBack === null || takenBack === this.#shownAgain) return
    this.#shownAgain = takenBack
    this.tally.takeBack(takenBack)
    const { item, itemIds } = takenBack
    for (const itemId of itemIds) this.queue.decided.takeBack(itemId)
    const [firstId] = itemIds
    if (item !== null && item.state !== 'awaiting_review') {
      if (isNews) toasts.show({ tone: 'neutral', title: text.takenBackElsewhere(item.name) })
    } else if (firstId !== undefined) {
      // At its true place: what stands before it in the queue must not be passed over.
      void this.queue.list.refreshNow().then(() => this.queue.selection.seek(firstId))
      return
    }
    this.queue.list.refresh()
  }

  /** Where somebody else has decided it meanwhile, its story says who and what. */
  async #goTo(itemId: number): Promise<void> {
    await this.queue.list.refreshNow()
    const isWaiting = this.queue.items.some(({ id }) => id === itemId) || this.queue.list.hasMore
    if (isWaiting) this.queue.selection.seek(itemId)
    else navigation.showItem(itemId)
  }

  /** The item leaves the queue at once; when the engine refuses, it comes back and the person is told. */
  #decide(
    item: Item,
    ask: () => Promise<Item>,
    outcome: Outcome,
    failedTitle: string,
    onDone: (decided: Item) => void = () => undefined,
  ): void {
    const { index } = this.queue.selection
    this.question = null
    this.queue.decided.add(item)
    const answer = asOperator(ask).then(
      (decided) => {
        drafts.clear(item)
        refusals.forget(item)
        this.#note(decided, outcome)
        onDone(decided)
      },
      (thrown: unknown) => this.#comeBack(item, index, thrown, failedTitle),
    )
    sitting.follow(answer)
  }

  #note(decided: Item, { kind, words }: Outcome): void {
    const first = kind === 'approve' && isFirstOfTwo(decided)
    if (first) {
      // It stays in the queue for the second person.
      this.queue.decided.takeBack(decided.id)
      this.queue.list.replace(decided)
    } else {
      this.queue.decided.add(decided)
    }
    this.tally.add(kind, [{ itemId: decided.id, state: decided.state }])
    const told = first ? text.firstApprovedWords(decided.name) : words
    announcer.say(told)
    sitting.noteOne(kind, decided, told)
  }

  #comeBack(item: Item, index: number, thrown: unknown, failedTitle: string): void {
    const { code } = failureOf(thrown)
    this.queue.decided.takeBack(item.id)
    refusals.note(item, thrown)
    if (!this.queue.list.items.some((known) => known.id === item.id)) this.queue.list.put(item, index)
    if (code !== 'item_blocked') this.queue.list.refresh()
    toasts.showFailure(thrown, failedTitle, {
      label: text.goToIt,
      run: () => void this.#goTo(item.id),
    })
  }
}

export const reviewDesk = new ReviewDesk()
