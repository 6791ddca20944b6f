import type { Anchor } from '../../../electron/shared/records.ts'
import { call } from '../../bridge/client.ts'
import { messages } from '../../messages/current.ts'
import { asOperator } from '../../operator/as-operator.ts'
import { toasts } from '../../state/toasts.svelte.ts'

const text = messages.settings.ledger.anchors

/** The anchors that were written. */
class LedgerAnchors {
  last = $state.raw<Anchor | null>(null)
  running = $state(false)

  async load(): Promise<void> {
    try {
      const { anchors } = await call('ledger.anchors', {})
      this.last = anchors.reduce<Anchor | null>(
        (newest, anchor) => (newest === null || anchor.seq > newest.seq ? anchor : newest),
        null,
      )
    } catch {
      // The engine's own state tells why there is no answer.
    }
  }

  async write(): Promise<void> {
    if (this.running) return
    this.running = true
    try {
      this.last = await asOperator(() => call('ledger.anchor', {}))
      toasts.show({ tone: 'success', title: text.written })
    } catch (thrown) {
      toasts.showFailure(thrown, text.notWritten)
    } finally {
      this.running = false
    }
  }
}

export const ledgerAnchors = new LedgerAnchors()
