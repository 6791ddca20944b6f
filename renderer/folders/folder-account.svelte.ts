import type { Failure } from '../../electron/shared/error-codes.ts'
import type { FolderAccount } from '../../electron/shared/records.ts'
import { failureOf } from '../bridge/call-failure.ts'
import { call } from '../bridge/client.ts'
import { messages } from '../messages/current.ts'
import { followItems } from '../state/follow-items.ts'
import { Throttle } from '../state/throttle.ts'
import { toasts } from '../state/toasts.svelte.ts'

/** So many days the account goes back. */
export const accountDays = 31
const refreshIntervalMs = 2_000

/** The account of all folders, kept true while the view is shown, and the comparison that a person asks for. */
class FolderAccountDesk {
  /** Null until the first answer. */
  account = $state.raw<FolderAccount | null>(null)
  failure = $state.raw<Failure | null>(null)
  comparing = $state(false)

  start(): () => void {
    const refresher = new Throttle(() => this.#load(), refreshIntervalMs)
    refresher.ask()
    return followItems(refresher)
  }

  /** Compares every folder with the ledger now. */
  async compare(): Promise<void> {
    if (this.comparing) return
    this.comparing = true
    try {
      await call('folders.compare', {})
      await this.#load()
      toasts.show({ tone: 'success', title: messages.folders.compared })
    } catch (thrown) {
      toasts.showFailure(thrown, messages.folders.notCompared)
    } finally {
      this.comparing = false
    }
  }

  async #load(): Promise<void> {
    try {
      this.account = await call('folders.account', { days: accountDays })
      this.failure = null
    } catch (thrown) {
      this.failure = failureOf(thrown)
    }
  }
}

export const folderAccount = new FolderAccountDesk()
