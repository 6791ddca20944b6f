import type { Item } from '../../electron/shared/records.ts'
import type { Priority } from '../../electron/shared/settings/folder.ts'
import { call } from '../bridge/client.ts'
import { messages } from '../messages/current.ts'
import { asOperator } from '../operator/as-operator.ts'
import { toasts } from '../state/toasts.svelte.ts'
import { decisionOn } from './approval.ts'

/** Sends items before or after others. One at a time: each is a decision of its own. */
class Prioritising {
  busy = $state(false)

  /** `null`: as the items' folders say. */
  async apply(items: readonly Item[], priority: Priority | null): Promise<void> {
    const changed = items.filter((item) => item.priority !== priority)
    if (this.busy || changed.length === 0) return
    const text = messages.uploads.priority
    const name = changed.length === 1 ? (changed[0]?.name ?? '') : null
    this.busy = true
    let done = 0
    try {
      for (const item of changed) {
        await asOperator(() => call('review.prioritise', { ...decisionOn(item), priority }))
        done += 1
      }
      toasts.show({ tone: 'success', title: text.done[priority ?? 'folder'](name, done) })
    } catch (thrown) {
      toasts.showFailure(thrown, text.notDone(changed.length - done))
    } finally {
      this.busy = false
    }
  }
}

export const prioritising = new Prioritising()
