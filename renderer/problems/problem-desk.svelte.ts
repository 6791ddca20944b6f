import { viewStates } from '../../electron/shared/item-states.ts'
import type { Item, ItemCause } from '../../electron/shared/records.ts'
import { call } from '../bridge/client.ts'
import { approvalOf, decisionOn, needsReason } from '../item/approval.ts'
import { correctedNames } from '../item/corrected-names.svelte.ts'
import { waitsForFiles } from '../item/decision-questions.ts'
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
import { ItemList } from '../state/item-list.svelte.ts'
import { ItemSelection } from '../state/item-selection.svelte.ts'
import { MarkedItems } from '../state/marked-items.svelte.ts'
import { toasts } from '../state/toasts.svelte.ts'
import { groupByCause } from './cause.ts'
import type { CauseGroup } from './cause.ts'
import { ProblemCauses } from './problem-causes.svelte.ts'
import { remediesOf } from './remedies.ts'
import { offerUndo, tellLookUp } from './told-decision.ts'

const text = messages.problems

/** Headings need all rows; beyond this many the list goes on as it is scrolled. */
const loadedAtOnce = 2_000

export type ProblemQuestion = 'reject' | 'set_aside' | 'request_rescan' | 'arrived' | 'send_again'
export type ProblemRow =
  | { readonly kind: 'heading'; readonly group: CauseGroup }
  | { readonly kind: 'item'; readonly item: Item; readonly group: CauseGroup }

/** What is held, by cause, and what is done about it. Lives as long as the window. */
class ProblemDesk {
  readonly causes = new ProblemCauses(viewStates.problems)
  /** The cause whose files alone are listed, by its query; null: all of them. */
  #causeQuery = $state<string | null>(null)
  readonly list = new ItemList(() => ({ ...this.selectionOfAll(), order: 'oldest_first' }))
  readonly marks = new MarkedItems({
    items: () => this.#shownItems,
    hasMore: () => this.list.hasMore,
    selection: () => this.selectionOfAll(),
  })
  readonly detail = new ItemDetailState()
  question = $state<ProblemQuestion | null>(null)
  triedItemId = $state<number | null>(null)
  /** What is being asked of the engine, so that it cannot be asked twice. */
  busy = $state(false)
  #shownAgain: TakenBack | null = null

  readonly cause = $derived(this.causes.list.find(({ query }) => query === this.#causeQuery) ?? null)
  readonly groups = $derived(groupByCause(this.list.items))
  readonly #shownItems: readonly Item[] = $derived(this.groups.flatMap((group) => group.items))
  readonly rows = $derived(
    this.groups.flatMap((group): ProblemRow[] => [
      ...(this.cause === null ? [{ kind: 'heading' as const, group }] : []),
      ...group.items.map((item) => ({ kind: 'item' as const, item, group })),
    ]),
  )
  readonly selection = new ItemSelection(this.list, () => this.#shownItems)
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

  start(): () => void {
    const stops = [this.list.start(), this.detail.start(), this.causes.start()]
    return () => {
      for (const stop of stops) stop()
    }
  }

  /** What the list asks for. */
  selectionOfAll(): { states: Item['state'][]; text: string } {
    return { states: [...viewStates.problems], text: this.#causeQuery ?? '' }
  }

  /** Lists the files of one cause alone; null lists all. */
  chooseCause(cause: ItemCause | null): void {
    if (this.#causeQuery === (cause?.query ?? null)) return
    this.#causeQuery = cause?.query ?? null
    this.marks.clear()
    this.question = null
    this.selection.startOver()
    void this.list.load()
  }

  /** Goes to a file, whatever it is held for. */
  show(itemId: number): void {
    this.chooseCause(null)
    this.selection.seek(itemId)
  }

  /** Keeps the item in hand fixed while the list changes around it. Run it whenever the list changed. */
  settleSelection(): void {
    if (this.list.hasMore && this.list.items.length < loadedAtOnce) void this.list.loadMore()
    if (this.selection.settle() !== null) this.question = null
    this.detail.show(this.selected?.id ?? null)
  }

  /** Where the last file of a cause is gone, the others are what is left. Run it whenever the list changed. */
  leaveEmptyCause(): void {
    const isEmpty = this.list.loaded && !this.list.loading && this.list.items.length === 0
    if (this.#causeQuery !== null && isEmpty) this.chooseCause(null)
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
    void this.#correctAnd('approve', item, () => call('review.approve', input), text.done.approve(item.name))
  }

  /** Keeps the typed correction without approving. */
  correct(): void {
    const item = this.selected
    if (item === null || Object.keys(drafts.errorsOf(item, false)).length > 0) return
    const input = { ...decisionOn(item), ...drafts.changesOf(item) }
    void this.#correctAnd('correct', item, () => call('review.correct', input), text.done.correct(item.name))
  }

  async reject(reason: string): Promise<void> {
    const item = this.selected
    if (item === null) return
    const rejected = await this.#ask(item, () => call('review.reject', { ...decisionOn(item), reason }))
    const title = waitsForFiles(item) ? text.done.stopWaiting(item.name) : text.done.reject(item.name)
    if (rejected !== null) offerUndo('reject', rejected, { tone: 'success', title })
  }

  /** Rejects the item and asks the folder for a new scan of it. */
  async requestRescan(reason: string): Promise<void> {
    const item = this.selected
    if (item === null) return
    const rejected = await this.#ask(item, () => askForRescan(item, reason))
    if (rejected === null) return
    const title = messages.item.decision.rescanRequested(item.name)
    offerUndo('request_rescan', rejected, { tone: 'success', title, words: slipWords(rejected) })
  }

  /** Shows again what was taken back. Run it with each new thing that was. */
  showTakenBack(takenBack: TakenBack | null): void {
    if (takenBack === null || takenBack === this.#shownAgain) return
    this.#shownAgain = takenBack
    const [firstId] = takenBack.itemIds
    this.causes.refresh()
    // It is looked for in the list that is under way, not in the one from before.
    void this.list.load()
    if (firstId !== undefined) this.selection.seek(firstId)
  }

  retry(): void {
    const item = this.selected
    if (item === null || !this.#canSend(item)) return
    const title = text.done.retry(item.name)
    void this.#correctAnd('retry', item, () => call('review.retry', decisionOn(item)), title)
  }

  settle(choice: 'arrived' | 'send_again', reason: string): void {
    const item = this.selected
    if (item === null) return
    const title = choice === 'arrived' ? text.done.arrived(item.name) : text.done.sendAgain(item.name)
    const input = { ...decisionOn(item), choice, reason }
    void this.#correctAnd('settle_unknown', item, () => call('review.settleUnknown', input), title)
  }

  /** Asks the endpoint: for the upload where nobody knows what became of it, else for the entity. */
  async lookUp(): Promise<void> {
    const item = this.selected
    if (item === null) return
    if (this.remedies?.settleUnknown) await this.#lookUpUpload(item)
    else if (this.remedies?.correct && (await entityLookUp.ask(item)) !== null) this.#refresh()
  }

  async #lookUpUpload(item: Item): Promise<void> {
    const looked = await this.#ask(item, () => call('review.lookUp', decisionOn(item)))
    if (looked !== null) tellLookUp(looked)
  }

  #canSend(item: Item): boolean {
    this.triedItemId = item.id
    return Object.keys(drafts.errorsOf(item, true)).length === 0
  }

  /** What is sent again can be taken back, too, until it is on its way. */
  async #correctAnd(
    kind: 'approve' | 'correct' | 'retry' | 'settle_unknown',
    item: Item,
    ask: () => Promise<Item>,
    title: string,
  ): Promise<void> {
    const changes = drafts.changesOf(item)
    const decided = await this.#ask(item, ask)
    if (decided === null) return
    refusals.forget(item)
    const action = correctedNames.note(item, changes)
    if (action === null) {
      offerUndo(kind, decided, { tone: 'success', title })
      return
    }
    drafts.clear(item)
    toasts.show({ tone: 'success', title, action })
    sitting.noteOne(kind, decided, title)
  }

  #refresh(): void {
    this.list.refresh()
    this.causes.refresh()
  }

  /** The item's new form, or null when the engine refused; the person has been told then. */
  async #ask(item: Item, ask: () => Promise<Item>): Promise<Item | null> {
    if (this.busy) return null
    this.busy = true
    this.question = null
    const answer = asOperator(ask)
    sitting.follow(answer)
    try {
      return await answer
    } catch (thrown) {
      refusals.note(item, thrown)
      toasts.showFailure(thrown, text.notDone(item.name))
      return null
    } finally {
      this.busy = false
      this.#refresh()
    }
  }
}

export const problemDesk = new ProblemDesk()
