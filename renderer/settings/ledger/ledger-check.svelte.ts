import type { Failure } from '../../../electron/shared/error-codes.ts'
import type { LedgerProof } from '../../../electron/shared/ledger-proof.ts'
import { failureOf } from '../../bridge/call-failure.ts'
import { call } from '../../bridge/client.ts'

/** The verification of the ledger. Goes on while another view is shown, and keeps its last report. */
class LedgerCheck {
  running = $state(false)
  report = $state.raw<LedgerProof | null>(null)
  failure = $state.raw<Failure | null>(null)

  async run(): Promise<void> {
    if (this.running) return
    this.running = true
    this.report = null
    this.failure = null
    try {
      this.report = await call('ledger.verify', {})
    } catch (thrown) {
      this.failure = failureOf(thrown)
    } finally {
      this.running = false
    }
  }
}

export const ledgerCheck = new LedgerCheck()
