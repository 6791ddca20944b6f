import { viewStates } from '../../electron/shared/item-states.ts'
import type { Item } from '../../electron/shared/records.ts'
import { call } from '../bridge/client.ts'
import { drafts } from '../item/drafts.svelte.ts'
import { ItemDetailState } from '../item/item-detail.svelte.ts'
import { messages } from '../messages/current.ts'
import { ItemList } from '../state/item-list.svelte.ts'
import { ItemSelection } from '../state/item-selection.svelte.ts'
import { toasts } from '../state/toasts.svelte.ts'
import { groupByCause } from './cause.ts'
import type { CauseGroup } from './cause.ts'
import { remediesOf } from './remedies.ts'

const text = messages.problems

/** Groups need all rows; beyond this many the list goes on as it is scrolled. */
const loadedAtOnce = 2_000

export type ProblemQuestion = 'reject' | 'upload_duplicate' | 'arrived' | 'send_again'
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
    this.selected === null ? null : remediesOf(this.selected, drafts.isChanged(this.selected)),
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

  /** Approves with what was typed. Asks for a reason first where the file is a duplicate. */
  approve(reason?: string): void {
    const item = this.selected
    if (item === null || !this.#canSend(item)) return
    if (reason === undefined && this.remedies?.approve === 'with_reason') {
      this.question = 'upload_duplicate'
      return
    }
    const input = { ...decisionOn(item), ...drafts.changesOf(item), ...(reason !== undefined && { reason }) }
    void this.#decide(item, () => call('review.approve', input), text.done.approve(item.name))
  }

  /** Keeps the typed correction without approving. */
  correct(): void {
    const item = this.selected
    if (item === null || Object.keys(drafts.errorsOf(item, false)).length > 0) return
    const input = { ...decisionOn(item), ...drafts.changesOf(item) }
    void this.#decide(item, () => call('review.correct', input), text.done.correct(item.name))
  }

  reject(reason: string): void {
    const item = this.selected
    if (item === null) return
    const input = { ...decisionOn(item), reason }
    void this.#decide(item, () => call('review.reject', input), text.done.reject(item.name))
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

  async lookUp(): Promise<void> {
    const item = this.selected
    if (item === null) return
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

  #canSend(item: Item): boolean {
    this.triedItemId = item.id
    return Object.keys(drafts.errorsOf(item, true)).length === 0
  }

  async #decide(item: Item, ask: () => Promise<Item>, doneTitle: string): Promise<void> {
    if ((await this.#ask(item, ask)) === null) return
    drafts.clear(item)
    toasts.show({ tone: 'success', title: doneTitle })
  }

  /** The item's new form, or null when the engine refused; the person has been told then. */
  async #ask(item: Item, ask: () => Promise<Item>): Promise<Item | null> {
    if (this.busy) return null
    this.busy = true
    this.question = null
    try {
      return await ask()
    } catch (thrown) {
      toasts.showFailure(thrown, text.notDone(item.name))
      return null
    } finally {
      this.busy = false
      this.list.refresh()
    }
  }
}

function decisionOn(item: Item): { itemId: number; revision: number } {
  return { itemId: item.id, revision: item.revision }
}

export const problemDesk = new ProblemDesk()
