import type { ErasureAccount } from '../../../electron/shared/records.ts'
import { call } from '../../bridge/client.ts'
import { messages } from '../../messages/current.ts'
import { asOperator } from '../../operator/as-operator.ts'
import { toasts } from '../../state/toasts.svelte.ts'

const text = messages.settings.ledger.retention

/** What the retention policy erases. */
class Erasure {
  /** What would be erased; null before it was asked for. */
  account = $state.raw<ErasureAccount | null>(null)
  running = $state(false)

  async look(): Promise<void> {
    await this.#ask(async () => {
      this.account = await call('retention.preview', {})
    })
  }

  async run(): Promise<void> {
    await this.#ask(async () => {
      const { itemCount } = await asOperator(() => call('retention.run', {}))
      toasts.show({ tone: 'success', title: text.done(itemCount) })
      this.account = null
    })
  }

  async #ask(ask: () => Promise<void>): Promise<void> {
    if (this.running) return
    this.running = true
    try {
      await ask()
    } catch (thrown) {
      toasts.showFailure(thrown, text.failed)
    } finally {
      this.running = false
    }
  }
}

export const erasure = new Erasure()
