import type { CallInput } from '../../electron/shared/contract.ts'
import type { KnownValue } from '../../electron/shared/records.ts'
import { call } from '../bridge/client.ts'

const freshForMs = 60_000

/** Values that the ledger knows and that begin as what is typed. Answers to older texts are dropped. */
export class KnownValues {
  values = $state.raw<readonly KnownValue[]>([])
  readonly #field: CallInput<'items.known'>['field']
  readonly #limit: number
  #turn = 0
  #askedAtMs = -Infinity

  constructor(field: CallInput<'items.known'>['field'], limit = 8) {
    this.#field = field
    this.#limit = limit
  }

  /** Asks for all values where that was not done of late: fields come and go with each item. */
  keepFresh(): void {
    if (performance.now() - this.#askedAtMs > freshForMs) void this.ask('')
  }

  async ask(prefix: string): Promise<void> {
    this.#askedAtMs = performance.now()
    this.#turn += 1
    const turn = this.#turn
    try {
      const { values } = await call('items.known', { field: this.#field, prefix, limit: this.#limit })
      if (turn === this.#turn) this.values = values
    } catch {
      // Completion is a help: without an answer a person types as before.
      if (turn === this.#turn) this.values = []
    }
  }
}

/** The media types of the ledger, for every place where one is chosen. */
export const usedMediaTypes = new KnownValues('media_type', 50)
