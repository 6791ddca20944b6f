import { viewStates } from '../../electron/shared/item-states.ts'
import type { Item } from '../../electron/shared/records.ts'
import { call } from '../bridge/client.ts'
import { approvalOf, decisionOn, needsReason } from '../item/approval.ts'
import { correctedNames } from '../item/corrected-names.svelte.ts'
import { waitsForFiles } from '../item/decision-questions.ts'
import { drafts } from '../item/drafts.svelte.ts'
import { entityLookUp } from '../item/entity-look-up.svelte.ts'
import { ItemDetailState } from '../item/item-detail.svelte.ts'
import { refusals } from '../item/refusals.svelte.ts'
import { slipWords } from '../item/rescan-words.ts'
import { messages } from '../messages/current.ts'
import { ItemList } from '../state/item-list.svelte.ts'
import { ItemSelection } from '../state/item-selection.svelte.ts'
import { toasts } from '../state/toasts.svelte.ts'
import type { NewToast } from '../state/toasts.svelte.ts'
import { groupByCause } from './cause.ts'
import type { CauseGroup } from './cause.ts'
import { remediesOf } from './remedies.ts'

const text = messages.problems

/** Groups need all rows; beyond this many the list goes on as it is scrolled. */
const loadedAtOnce = 2_000

export type ProblemQuestion = 'reject' | 'set_aside' | 'request_rescan' | 'arrived' | 'send_again'
export type ProblemRow =
  | { readonly kind: 'heading'; readonly group: CauseGroup }
  | { readonly kind: 'item'; readonly item: Item; readonly group: CauseGroup }

/** What is held, by cause, and what is done about it. Lives as long as the window. */
class ProblemDesk {
  readonly list = new ItemList(() => ({ states: [...viewStates.problems], order: 'oldest_first' }))
  readonly detail = new ItemDetailState()
  question = $state<ProblemQuestion | null>(null)
  triedItemId = $state<number | null>(null)
  /** What is being asked of the engine, so that it cannot be asked twice. */
  busy = $state(false)
  #lastRejected = $state.raw<Item | null>(null)
  #undoToastId = 0

  readonly groups = $derived(groupByCause(this.list.items))
  readonly rows = $derived(
    this.groups.flatMap((group): ProblemRow[] => [
      { kind: 'heading', group },
      ...group.items.map((item) => ({ kind: 'item' as const, item, group })),
    ]),
  )
  readonly selection = new ItemSelection(this.list, () => this.groups.flatMap((group) => group.items))
  readonly selected = $derived(this.selection.current)
  readonly selectedRow = $derived(
    this.rows.findIndex((row) => row.kind === 'item' && row.item.id === this.selected?.id),
  )
  readonly errors = $derived(
    this.selected === null ? {} : drafts.errorsOf(this.selected, this.selected.id === this.triedItemId),
  )
  readonly remedies = $derived(
    this.selected === null
      ? null
      : remediesOf(this.selected, {
          changed: drafts.isChanged(this.selected),
          needsReason: needsReason(this.selected),
        }),
  )

  /** Keeps the item in hand fixed while the list changes around it. Run it whenever the list changed. */
  settleSelection(): void {
    if (this.list.hasMore && this.list.items.length < loadedAtOnce) void this.list.loadMore()
    if (this.selection.settle() !== null) this.question = null
    this.detail.show(this.selected?.id ?? null)
  }

  select(item: Item): void {
    this.selection.select(item)
    this.question = null
  }

  step(places: number): void {
    this.selection.step(places)
    this.question = null
  }

  /** Approves with what was typed. Asks for a reason first where something is set aside by it. */
  approve(reason?: string): void {
    const item = this.selected
    if (item === null || !this.#canSend(item)) return
    if (reason === undefined && this.remedies?.approve === 'with_reason') {
      this.question = 'set_aside'
      return
    }
    const input = approvalOf(item, reason)
    void this.#decide(item, () => call('review.approve', input), text.done.approve(item.name))
  }

  /** Keeps the typed correction without approving. */
  correct(): void {
    const item = this.selected
    if (item === null || Object.keys(drafts.errorsOf(item, false)).length > 0) return
    const input = { ...decisionOn(item), ...drafts.changesOf(item) }
    void this.#decide(item, () => call('review.correct', input), text.done.correct(item.name))
  }

  async reject(reason: string): Promise<void> {
    const item = this.selected
    if (item === null) return
    const rejected = await this.#ask(item, () => call('review.reject', { ...decisionOn(item), reason }))
    const title = waitsForFiles(item) ? text.done.stopWaiting(item.name) : text.done.reject(item.name)
    if (rejected !== null) this.#offerUndo(rejected, { tone: 'success', title })
  }

  /** Rejects the item and asks the folder for a new scan of it. */
  async requestRescan(reason: string): Promise<void> {
    const item = this.selected
    if (item === null) return
    const input = { ...decisionOn(item), reason }
    const rejected = await this.#ask(item, () => call('review.requestRescan', input))
    if (rejected === null) return
    const title = messages.item.decision.rescanRequested(item.name)
    this.#offerUndo(rejected, { tone: 'success', title, words: slipWords(rejected) })
  }

  /** Takes the last rejection back. */
  async undo(): Promise<void> {
    const rejected = this.#lastRejected
    if (rejected === null) return
    toasts.dismiss(this.#undoToastId)
    const item = await this.#ask(rejected, () => call('review.reopen', decisionOn(rejected)))
    if (item === null) return
    this.#lastRejected = null
    this.selection.seek(item.id)
    toasts.show({ tone: 'success', title: text.done.reopen(item.name) })
  }

  retry(): void {
    const item = this.selected
    if (item === null || !this.#canSend(item)) return
    void this.#decide(item, () => call('review.retry', decisionOn(item)), text.done.retry(item.name))
  }

  settle(choice: 'arrived' | 'send_again', reason: string): void {
    const item = this.selected
    if (item === null) return
    const title = choice === 'arrived' ? text.done.arrived(item.name) : text.done.sendAgain(item.name)
    const input = { ...decisionOn(item), choice, reason }
    void this.#decide(item, () => call('review.settleUnknown', input), title)
  }

  /** Asks the endpoint: for the upload where nobody knows what became of it, else for the entity. */
  async lookUp(): Promise<void> {
    const item = this.selected
    if (item === null) return
    if (this.remedies?.settleUnknown) await this.#lookUpUpload(item)
    else if (this.remedies?.correct && (await entityLookUp.ask(item)) !== null) this.list.refresh()
  }

  async #lookUpUpload(item: Item): Promise<void> {
    const looked = await this.#ask(item, () => call('review.lookUp', decisionOn(item)))
    if (looked === null) return
    if (looked.state === 'uploaded') {
      toasts.show({ tone: 'success', title: text.done.lookUpArrived(item.name) })
    } else if (looked.state === 'outcome_unknown') {
      toasts.show({
        tone: 'neutral',
        title: text.done.lookUpUnsure(item.name),
        words: text.done.lookUpUnsureWords,
      })
    } else {
      toasts.show({ tone: 'success', title: text.done.lookUpAbsent(item.name) })
    }
  }

  #offerUndo(rejected: Item, toast: NewToast): void {
    drafts.clear(rejected)
    this.#lastRejected = rejected
    toasts.dismiss(this.#undoToastId)
    this.#undoToastId = toasts.show({
      ...toast,
      action: { label: messages.words.undo, key: 'U', run: () => void this.undo() },
    })
  }

  #canSend(item: Item): boolean {
    this.triedItemId = item.id
    return Object.keys(drafts.errorsOf(item, true)).length === 0
  }

  async #decide(item: Item, ask: () => Promise<Item>, doneTitle: string): Promise<void> {
    const changes = drafts.changesOf(item)
    if ((await this.#ask(item, ask)) === null) return
    drafts.clear(item)
    refusals.forget(item)
    toasts.show({ tone: 'success', title: doneTitle, action: correctedNames.note(item, changes) })
  }

  /** The item's new form, or null when the engine refused; the person has been told then. */
  async #ask(item: Item, ask: () => Promise<Item>): Promise<Item | null> {
    if (this.busy) return null
    this.busy = true
    this.question = null
    try {
      return await ask()
    } catch (thrown) {
      refusals.note(item, thrown)
      toasts.showFailure(thrown, text.notDone(item.name))
      return null
    } finally {
      this.busy = false
      this.list.refresh()
    }
  }
}

export const problemDesk = new ProblemDesk()
