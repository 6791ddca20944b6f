import type { BundleReport } from '../../../electron/shared/evidence.ts'
import { call, listen } from '../../bridge/client.ts'
import { messages } from '../../messages/current.ts'
import { toasts } from '../../state/toasts.svelte.ts'

/** Checking a sealed bundle that a person chooses. */
class BundleCheck {
  busy = $state(false)
  /** How much of a long check is done, 0 to 1; null while none runs. */
  share = $state<number | null>(null)
  /** What was found; null when nothing is shown. */
  report = $state.raw<BundleReport | null>(null)

  async run(): Promise<void> {
    if (this.busy) return
    this.busy = true
    const stopListening = listen('evidence.checkProgressed', ({ share }) => {
      this.share = share
    })
    try {
      const { report } = await call('shell.verifyBundle', {})
      this.report = report
    } catch (thrown) {
      toasts.showFailure(thrown, messages.history.evidence.checkFailed)
    } finally {
      stopListening()
      this.share = null
      this.busy = false
    }
  }

  async cancel(): Promise<void> {
    try {
      await call('evidence.cancelCheck', {})
    } catch (thrown) {
      toasts.showFailure(thrown, messages.history.evidence.notCancelled)
    }
  }
}

export const bundleCheck = new BundleCheck()
