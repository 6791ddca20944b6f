import { call } from '../bridge/client.ts'
import { decideForAll } from '../item/bulk/decide-for-all.ts'
import { drafts } from '../item/drafts.svelte.ts'
import { messages } from '../messages/current.ts'
import { targetOfFound, targetWithout } from '../state/bulk-target.ts'
import type { BulkTarget, SelectedItems } from '../state/bulk-target.ts'
import { toasts } from '../state/toasts.svelte.ts'
import { fixAction } from './fix-action.ts'
import type { FixKind } from './fixes.ts'
import { problemDesk } from './problem-desk.svelte.ts'

const text = messages.problems.fixes

/** A fix that a person is asked about: for whom, and for exactly how many. */
export interface FixQuestion {
  readonly kind: FixKind
  readonly target: BulkTarget
  readonly count: number
  /** How many more there are than one decision can be about. */
  readonly left: number
  /** How many have something typed that was not approved: what is sent for all would pass it over. */
  readonly drafted: number
}

/** Fixes that send files as the ledger knows them. */
const sending: ReadonlySet<FixKind> = new Set(['upload_anyway', 'retry', 'send_again'])

/** One fix for all files of a cause, or for the marked ones. */
class FixDesk {
  question = $state.raw<FixQuestion | null>(null)
  busy = $state(false)

  /** Asks about what a query finds now, and about nothing that comes after that. */
  async ask(kind: FixKind, selection: SelectedItems): Promise<void> {
    if (this.busy) return
    this.busy = true
    try {
      const found = await call('items.revisions', selection)
      const target = targetOfFound(found, selection)
      if (target === null) problemDesk.causes.refresh()
      else this.#put(questionOf(kind, target, found.count))
    } catch (thrown) {
      toasts.showFailure(thrown, messages.bulk.notCounted)
    } finally {
      this.busy = false
    }
  }

  askForMarked(kind: FixKind): void {
    const { target, count } = problemDesk.marks
    if (!this.busy && target !== null) this.#put(questionOf(kind, target, count))
  }

  /** Where every file has something typed, there is nothing to ask. */
  #put(question: FixQuestion): void {
    if (question.count > 0) this.question = question
    else toasts.show({ tone: 'neutral', title: messages.problems.draftsLeftOut(question.drafted) })
  }

  /** Does what was asked. `value` is the reason, the entity or the media type, where the fix needs one. */
  async confirm(value = ''): Promise<void> {
    const { question } = this
    if (question === null || this.busy) return
    this.question = null
    this.busy = true
    try {
      const { done, failed } = text[question.kind]
      const result = await decideForAll(question.target, fixAction(question.kind, value), { done, failed })
      if (result === null) return
      // What was held stays marked, so that it can be looked at.
      problemDesk.marks.only(result.held.flatMap(({ itemIds }) => itemIds))
    } finally {
      this.busy = false
      problemDesk.list.refresh()
      problemDesk.causes.refresh()
    }
  }
}

function questionOf(kind: FixKind, target: BulkTarget, count: number): FixQuestion {
  const named = target.items.length
  const drafted = sending.has(kind) ? problemDesk.list.items.filter((item) => drafts.isChanged(item)) : []
  const asked = targetWithout(target, drafted)
  return {
    kind,
    target: asked,
    count: asked.items.length,
    left: count - named,
    drafted: named - asked.items.length,
  }
}

export const fixDesk = new FixDesk()
