import type { BulkResult, ItemRevision } from '../../electron/shared/bulk-decisions.ts'
import type { Item } from '../../electron/shared/records.ts'
import { failureOf } from '../bridge/call-failure.ts'
import { call } from '../bridge/client.ts'
import { messages } from '../messages/current.ts'
import { asOperator } from '../operator/as-operator.ts'
import { announcer } from '../state/announcer.svelte.ts'
import { toasts } from '../state/toasts.svelte.ts'
import { Throttle } from '../state/throttle.ts'
import { followItems } from '../state/follow-items.ts'
import type { NewToast, ToastAction } from '../state/toasts.svelte.ts'
import { bulkTitle, heldWords } from './bulk/bulk-words.ts'
import { lastDecided, withoutGone, withRevisions } from './sitting-decisions.ts'
import type { NotedDecision, SittingDecision } from './sitting-decisions.ts'

/** What was taken back. `item` only where the decision was about one. */
export interface TakenBack {
  readonly decision: SittingDecision
  readonly itemIds: readonly number[]
  readonly item: Item | null
}

/** A toast with a way back. */
interface Offer {
  readonly toastId: number
  readonly key: string | undefined
  /** How many it offers to take back. */
  count: number
}

/** Older decisions are history; what they did can be undone in the item's own story. */
const longestMemory = 500
/** While files are sent, something changes all the time. */
const lookAgainMs = 1_000

/** The decisions of this sitting in all views, so that the last can be taken back again and again. */
class Sitting {
  #decisions = $state.raw<readonly NotedDecision[]>([])
  #lastId = 0
  busy = $state(false)
  /** The last thing that was taken back, for views that want to show it again. */
  takenBack = $state.raw<TakenBack | null>(null)
  /** The toasts that offer a way back, by decision. */
  readonly #offers = new Map<number, Offer>()
  #nothingId = 0
  #looker: Throttle | null = null
  readonly #underWay = new Set<Promise<unknown>>()
  #lastBack: Promise<void> = Promise.resolve()

  readonly last = $derived(this.#decisions.at(-1) ?? null)
  readonly count = $derived(this.#decisions.length)

  /** Takes away, from now on, the way back from what was sent or changed meanwhile. Returns the stop. */
  start(): () => void {
    const looker = new Throttle(() => this.#look(), lookAgainMs)
    const stop = followItems(looker)
    this.#looker = looker
    return () => {
      this.#looker = null
      stop()
    }
  }

  note(decision: SittingDecision): NotedDecision {
    this.#lastId += 1
    const noted = { ...decision, id: this.#lastId, count: decision.items.length }
    this.#keep([...this.#decisions, noted].slice(-longestMemory))
    // With no time of grace it may be on its way by now.
    this.#looker?.ask()
    return noted
  }

  /** Takes note of a decision about one item, as it is after it. */
  noteOne(kind: string, { id: itemId, revision, state, sendsAfterMs }: Item, words: string): NotedDecision {
    return this.note({ kind, words, items: [{ itemId, revision, state, sendsAfterMs }] })
  }

  /** Tells a decision with a way back, which goes when nothing of it can be taken back any more. */
  offer(decision: NotedDecision, toast: NewToast, key?: string): void {
    const toastId = toasts.show({ ...toast, action: this.#wayBack(decision, key) })
    this.#offers.set(decision.id, { toastId, key, count: decision.items.length })
  }

  /** Taking back waits for what is being decided: the last decision may not have its answer yet. */
  follow(answer: Promise<unknown>): void {
    const settled = answer.catch(() => undefined)
    this.#underWay.add(settled)
    void settled.then(() => this.#underWay.delete(settled))
  }

  /**
   * Takes the last decision back. Tells where there is none, or where it is too late. Asked for again before it is done,
   * it goes on with the decision before: whoever presses the key three times means three.
   */
  takeBackLast(): Promise<void> {
    this.#lastBack = this.#lastBack.then(() => this.#takeBackLast())
    return this.#lastBack
  }

  async #takeBackLast(): Promise<void> {
    await Promise.all(this.#underWay)
    if (this.busy) return
    const { last } = this
    if (last === null) this.#tellNothing()
    else await this.takeBack(last.id)
  }

  /** Pressed again and again, one notice tells it. */
  #tellNothing(): void {
    toasts.dismiss(this.#nothingId)
    this.#nothingId = toasts.show({ tone: 'neutral', title: messages.bulk.nothingToUndo, shownForMs: 4_000 })
  }

  /** Takes back what can still be taken back of a decision. */
  async takeBack(id: number): Promise<void> {
    const decision = this.#decisions.find((one) => one.id === id)
    if (this.busy || decision === undefined) return
    this.busy = true
    const offer = this.#offers.get(id)
    if (offer !== undefined) toasts.dismiss(offer.toastId)
    try {
      const [only, ...others] = decision.items
      if (only !== undefined && others.length === 0) {
        const { itemId, revision } = only
        const item = await asOperator(() => call('review.undo', { itemId, revision }))
        this.#settle(decision, [{ itemId: item.id, revision: item.revision }], item)
        announcer.say(messages.bulk.takenBack(decision.words))
      } else {
        const items = decision.items.map(({ itemId, revision }) => ({ itemId, revision }))
        const undo = { target: { items }, action: { kind: 'undo' as const } }
        this.#tellBulk(decision, await asOperator(() => call('review.bulk', undo)))
      }
    } catch (thrown) {
      // What is too late once is too late for ever; a decision that the engine could not hear of stays.
      const { code } = failureOf(thrown)
      if (code !== 'engine_unavailable' && code !== 'operator_needed') this.#forget(decision)
      toasts.showFailure(thrown, messages.bulk.notTakenBack(decision.words))
    } finally {
      this.busy = false
    }
  }

  #tellBulk(decision: NotedDecision, result: BulkResult): void {
    const held = heldWords(result)
    this.#settle(decision, result.done, null)
    toasts.show({
      tone: result.done.length > 0 ? 'success' : 'neutral',
      title: bulkTitle(result, 'undo', messages.bulk.undone),
      words: held,
      ...(held !== '' && { shownForMs: null }),
    })
  }

  #settle(decision: NotedDecision, undone: readonly ItemRevision[], item: Item | null): void {
    this.#forget(decision)
    this.#keep(withRevisions(this.#decisions, undone))
    this.takenBack = { decision, itemIds: undone.map(({ itemId }) => itemId), item }
  }

  #forget({ id }: NotedDecision): void {
    this.#keep(this.#decisions.filter((other) => other.id !== id))
  }

  /** Asks which of the decided items something else happened to. */
  async #look(): Promise<void> {
    const items = lastDecided(this.#decisions)
    if (items.length === 0) return
    try {
      const { changed } = await call('items.changedSince', { items: [...items] })
      const gone = new Set(changed)
      this.#keep(
        withoutGone(
          this.#decisions,
          items.filter(({ itemId }) => gone.has(itemId)),
        ),
      )
    } catch {
      // Without an answer nothing is known; the next change asks again.
    }
  }

  /** Keeps these decisions, and takes the way back to the others out of their toasts. */
  #keep(decisions: readonly NotedDecision[]): void {
    this.#decisions = decisions
    for (const [id, offer] of this.#offers) {
      const decision = decisions.find((one) => one.id === id)
      if (decision?.items.length === offer.count) continue
      toasts.change(offer.toastId, decision === undefined ? null : this.#wayBack(decision, offer.key))
      if (decision === undefined) this.#offers.delete(id)
      else offer.count = decision.items.length
    }
  }

  #wayBack({ id, items, count }: NotedDecision, key: string | undefined): ToastAction {
    const { undo } = messages.words
    return {
      label: items.length === count ? undo : messages.bulk.undoSome(items.length),
      ...(key !== undefined && { key }),
      run: () => void this.takeBack(id),
    }
  }
}

export const sitting = new Sitting()
