import { call } from '../bridge/client.ts'
import { decideForAll } from '../item/bulk/decide-for-all.ts'
import { messages } from '../messages/current.ts'
import type { BulkTarget, SelectedItems } from '../state/marked-items.svelte.ts'
import { toasts } from '../state/toasts.svelte.ts'
import { fixAction } from './fix-action.ts'
import type { FixKind } from './fixes.ts'
import { problemDesk } from './problem-desk.svelte.ts'

const text = messages.problems.fixes
/** Counting goes on to the end: what a person confirms is an exact number. */
const countsUpTo = 1_000_000

/** A fix that a person is asked about: for whom, and for exactly how many. */
export interface FixQuestion {
  readonly kind: FixKind
  readonly target: BulkTarget
  readonly count: number
}

/** One fix for all files of a cause, or for the marked ones. */
class FixDesk {
  question = $state.raw<FixQuestion | null>(null)
  busy = $state(false)

  /** Counts what a query finds now, and asks. */
  async ask(kind: FixKind, selection: SelectedItems): Promise<void> {
    if (this.busy) return
    this.busy = true
    try {
      const { count } = await call('items.count', { ...selection, atMost: countsUpTo })
      this.question = { kind, target: { selection }, count }
    } catch (thrown) {
      toasts.showFailure(thrown, messages.bulk.notCounted)
    } finally {
      this.busy = false
    }
  }

  askForMarked(kind: FixKind): void {
    const { target, count } = problemDesk.marks
    if (!this.busy && target !== null) this.question = { kind, target, count }
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
      const held = result.held.flatMap(({ itemIds }) => itemIds)
      problemDesk.marks.only('items' in question.target ? held : [])
    } finally {
      this.busy = false
      problemDesk.list.refresh()
      problemDesk.causes.refresh()
    }
  }
}

export const fixDesk = new FixDesk()
