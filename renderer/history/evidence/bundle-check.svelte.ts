import type { BundleReport } from '../../../electron/shared/evidence.ts'
import { call } from '../../bridge/client.ts'
import { messages } from '../../messages/current.ts'
import { toasts } from '../../state/toasts.svelte.ts'

/** Checking a sealed bundle that a person chooses. */
class BundleCheck {
  busy = $state(false)
  /** What was found; null when nothing is shown. */
  report = $state.raw<BundleReport | null>(null)

  async run(): Promise<void> {
    if (this.busy) return
    this.busy = true
    try {
      const { report } = await call('shell.verifyBundle', {})
      this.report = report
    } catch (thrown) {
      toasts.showFailure(thrown, messages.history.evidence.checkFailed)
    } finally {
      this.busy = false
    }
  }
}

export const bundleCheck = new BundleCheck()
