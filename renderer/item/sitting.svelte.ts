import type { BulkResult, DecidedItem, Item } from '../../electron/shared/records.ts'
import { failureOf } from '../bridge/call-failure.ts'
import { call } from '../bridge/client.ts'
import { messages } from '../messages/current.ts'
import { asOperator } from '../operator/as-operator.ts'
import { announcer } from '../state/announcer.svelte.ts'
import { toasts } from '../state/toasts.svelte.ts'
import { bulkTitle, heldWords } from './bulk/bulk-words.ts'

/** A decision of this sitting. */
export interface SittingDecision {
  readonly kind: string
  /** What it did, for people: `scan.jpg approved`. */
  readonly words: string
  readonly items: readonly DecidedItem[]
}

/** Until when all of a decision can be taken back for certain; null where nothing of it is sent. */
export function sendsAfterMs({ items }: SittingDecision): number | null {
  const times = items.map((item) => item.sendsAfterMs).filter((atMs) => atMs !== null)
  return times.length === 0 ? null : Math.min(...times)
}

/** What was taken back. `item` only where the decision was about one. */
export interface TakenBack {
  readonly decision: SittingDecision
  readonly itemIds: readonly number[]
  readonly item: Item | null
}

/** Older decisions are history; what they did can be undone in the item's own story. */
const longestMemory = 500

/** The decisions of this sitting in all views, so that the last can be taken back again and again. */
class Sitting {
  #decisions = $state.raw<readonly SittingDecision[]>([])
  busy = $state(false)
  /** The last thing that was taken back, for views that want to show it again. */
  takenBack = $state.raw<TakenBack | null>(null)
  readonly #toasts = new WeakMap<SittingDecision, number>()
  readonly #underWay = new Set<Promise<unknown>>()

  readonly last = $derived(this.#decisions.at(-1) ?? null)
  readonly count = $derived(this.#decisions.length)

  note(decision: SittingDecision): SittingDecision {
    this.#decisions = [...this.#decisions, decision].slice(-longestMemory)
    return decision
  }

  /** Takes note of a decision about one item, as it is after it. */
  noteOne(kind: string, { id: itemId, revision, state, sendsAfterMs }: Item, words: string): SittingDecision {
    return this.note({ kind, words, items: [{ itemId, revision, state, sendsAfterMs }] })
  }

  /** Taking back waits for what is being decided: the last decision may not have its answer yet. */
  follow(answer: Promise<unknown>): void {
    const settled = answer.catch(() => undefined)
    this.#underWay.add(settled)
    void settled.then(() => this.#underWay.delete(settled))
  }

  /** The toast that offers to take the decision back; it goes away when that happened. */
  toldBy(decision: SittingDecision, toastId: number): void {
    this.#toasts.set(decision, toastId)
  }

  /** Takes the last decision back. Tells where there is none, or where it is too late. */
  async takeBackLast(): Promise<void> {
    await Promise.all(this.#underWay)
    if (this.busy) return
    const { last } = this
    if (last === null) announcer.say(messages.bulk.nothingToUndo)
    else await this.takeBack(last)
  }

  async takeBack(decision: SittingDecision): Promise<void> {
    if (this.busy || !this.#decisions.includes(decision)) return
    this.busy = true
    const toastId = this.#toasts.get(decision)
    if (toastId !== undefined) toasts.dismiss(toastId)
    try {
      const [only, ...others] = decision.items
      if (only !== undefined && others.length === 0) {
        const { itemId, revision } = only
        const item = await asOperator(() => call('review.undo', { itemId, revision }))
        this.#settle(decision, [item.id], item)
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

  #tellBulk(decision: SittingDecision, result: BulkResult): void {
    const itemIds = result.done.map(({ itemId }) => itemId)
    const held = heldWords(result)
    this.#settle(decision, itemIds, null)
    toasts.show({
      tone: itemIds.length > 0 ? 'success' : 'neutral',
      title: bulkTitle(result, 'undo', messages.bulk.undone),
      words: held,
      ...(held !== '' && { shownForMs: null }),
    })
  }

  #settle(decision: SittingDecision, itemIds: readonly number[], item: Item | null): void {
    this.#forget(decision)
    this.takenBack = { decision, itemIds, item }
  }

  #forget(decision: SittingDecision): void {
    this.#decisions = this.#decisions.filter((other) => other !== decision)
  }
}

export const sitting = new Sitting()
