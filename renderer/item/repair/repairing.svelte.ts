import type { Failure } from '../../../electron/shared/error-codes.ts'
import type { Item } from '../../../electron/shared/records.ts'
import type { Recipe, RepairProposal } from '../../../electron/shared/repair.ts'
import { failureOf } from '../../bridge/call-failure.ts'
import { call } from '../../bridge/client.ts'
import { messages } from '../../messages/current.ts'
import { asOperator } from '../../operator/as-operator.ts'
import { toasts } from '../../state/toasts.svelte.ts'
import { decisionOn } from '../approval.ts'
import { sitting } from '../sitting.svelte.ts'

/** A person who steps through a list is not followed by a search for every item. */
const restMs = 250

type Strength = Pick<Recipe, 'quality' | 'scalePercent' | 'grey'>

/** The smaller form of the item in hand: what is proposed, what the person wants instead, and the decision. */
export class Repairing {
  proposal = $state.raw<RepairProposal | null>(null)
  failure = $state.raw<Failure | null>(null)
  busy = $state<'searching' | 'making' | 'deciding' | null>(null)
  /** As the person set it; equal to the proposal's until something is moved. */
  wanted = $state<Strength>({ quality: 82, scalePercent: 100, grey: false })
  isComparing = $state(false)
  #item = $state.raw<Item | null>(null)
  #timer: ReturnType<typeof setTimeout> | undefined

  readonly isChanged = $derived(
    this.proposal !== null &&
      (this.wanted.quality !== this.proposal.recipe.quality ||
        this.wanted.scalePercent !== this.proposal.recipe.scalePercent ||
        this.wanted.grey !== this.proposal.recipe.grey),
  )

  /** What is shown is what is sent already. */
  readonly isAccepted = $derived.by(() => {
    const [form, ...others] = this.proposal?.after ?? []
    return form !== undefined && others.length === 0 && form.sha256 === this.#item?.repair?.sha256
  })
  readonly canAccept = $derived(
    this.proposal?.fits === true && !this.isAccepted && !this.isChanged && this.busy === null,
  )

  /** True while the form of this item is shown. */
  shows({ id }: Item): boolean {
    return this.#item?.id === id && this.proposal !== null
  }

  /** Shows what was accepted of an item, or looks for the best form. Returns its stop. */
  show(item: Item): () => void {
    const isSameContent = this.#item?.id === item.id && this.#item.sha256 === item.sha256
    const before = this.#item
    this.#item = item
    if (!isSameContent) this.#forget()
    // A form that the person was just looking at stays, unless another one was accepted.
    const isKnown = isSameContent && this.proposal !== null && before?.repair === item.repair
    if (!isKnown) this.#timer = setTimeout(() => void this.#propose(item, item.repair?.recipe), restMs)
    return () => {
      clearTimeout(this.#timer)
    }
  }

  /** Makes the form that the person wants. */
  async make(): Promise<void> {
    const [item, kind] = [this.#item, this.proposal?.recipe.kind]
    if (item === null || kind === undefined || this.busy !== null) return
    await this.#propose(item, { kind, ...$state.snapshot(this.wanted) })
  }

  /** Goes back to the form that loses least. */
  async findBest(): Promise<void> {
    if (this.#item !== null && this.busy === null) await this.#propose(this.#item, undefined)
  }

  async accept(): Promise<void> {
    const [item, proposal] = [this.#item, this.proposal]
    if (item === null || proposal === null) return
    const text = messages.repair
    await this.#decide(text.notAccepted, async () => {
      const accepted = await asOperator(() =>
        call('repair.accept', { ...decisionOn(item), recipe: proposal.recipe }),
      )
      const pages = proposal.after.length
      const isSplit = proposal.recipe.kind === 'split_pages'
      const title = isSplit ? text.wasSplit(item.name, pages) : text.accepted(item.name)
      const toast = {
        tone: 'success',
        title,
        words: isSplit ? text.wasSplitWords : text.acceptedWords,
      } as const
      sitting.offer(sitting.noteOne(proposal.recipe.kind, accepted, title), toast)
    })
  }

  async discard(): Promise<void> {
    if (this.#item !== null) await this.#discard(this.#item)
  }

  async #discard(item: Item): Promise<void> {
    const text = messages.repair
    await this.#decide(text.notDiscarded, async () => {
      const discarded = await asOperator(() => call('repair.discard', decisionOn(item)))
      const title = text.discarded(item.name)
      sitting.offer(sitting.noteOne('discard_form', discarded, title), { tone: 'neutral', title })
    })
  }

  async #decide(refused: string, decide: () => Promise<void>): Promise<void> {
    if (this.busy !== null) return
    this.busy = 'deciding'
    try {
      await decide()
    } catch (thrown) {
      toasts.showFailure(thrown, refused)
    } finally {
      this.busy = null
    }
  }

  async #propose(item: Item, recipe: Recipe | undefined): Promise<void> {
    this.busy = recipe === undefined ? 'searching' : 'making'
    this.failure = null
    try {
      const input = { ...decisionOn(item), ...(recipe !== undefined && { recipe }) }
      const proposal = await call('repair.propose', input)
      if (!this.#isShown(item)) return
      this.proposal = proposal
      const { quality, scalePercent, grey } = proposal.recipe
      this.wanted = { quality, scalePercent, grey }
    } catch (thrown) {
      const failure = failureOf(thrown)
      // An item that changed meanwhile is shown anew, with its own proposal.
      if (this.#isShown(item) && failure.code !== 'stale_item') this.failure = failure
    } finally {
      if (this.#isShown(item)) this.busy = null
    }
  }

  #isShown({ id, sha256 }: Item): boolean {
    return this.#item?.id === id && this.#item.sha256 === sha256
  }

  #forget(): void {
    this.isComparing = false
    this.proposal = null
    this.failure = null
    this.busy = null
  }
}

/** Of the item in hand: one card is shown at a time, and the keys of its view are for it. */
export const repairInHand = new Repairing()

/** What the keys do. Nothing where no form of this item is shown. */
export const repairCommands = {
  acceptForm(item: Item | null): void {
    if (item !== null && repairInHand.shows(item) && repairInHand.canAccept) void repairInHand.accept()
  },
  compareForms(item: Item | null): void {
    if (item !== null && repairInHand.shows(item)) repairInHand.isComparing = true
  },
}
