import type { Failure } from '../../../electron/shared/error-codes.ts'
import type { LedgerBackup } from '../../../electron/shared/records.ts'
import { failureOf } from '../../bridge/call-failure.ts'
import { call } from '../../bridge/client.ts'
import { messages } from '../../messages/current.ts'
import { toasts } from '../../state/toasts.svelte.ts'

/** The backups of the ledger. A backup goes on while another view is shown. */
class LedgerBackups {
  /** Newest first; null before they were listed. */
  list = $state.raw<readonly LedgerBackup[] | null>(null)
  running = $state(false)
  failure = $state.raw<Failure | null>(null)

  async load(): Promise<void> {
    try {
      const { backups } = await call('ledger.backups', {})
      this.list = backups.toSorted((one, other) => other.madeAtMs - one.madeAtMs)
      this.failure = null
    } catch (thrown) {
      this.failure = failureOf(thrown)
    }
  }

  async run(): Promise<void> {
    if (this.running) return
    this.running = true
    try {
      const { name } = await call('ledger.backUp', {})
      toasts.show({ tone: 'success', title: messages.settings.ledger.backups.made, words: name })
      await this.load()
    } catch (thrown) {
      this.failure = failureOf(thrown)
    } finally {
      this.running = false
    }
  }
}

export const ledgerBackups = new LedgerBackups()
