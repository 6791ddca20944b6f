import type { Failure } from '../../electron/shared/error-codes.ts'
import type { ItemState } from '../../electron/shared/item-states.ts'
import type { ItemCause } from '../../electron/shared/records.ts'
import { failureOf } from '../bridge/call-failure.ts'
import { call } from '../bridge/client.ts'
import { followItems } from '../state/follow-items.ts'
import { Throttle } from '../state/throttle.ts'

/** While items keep changing, the counts may be so old. */
const recountIntervalMs = 1_500

/** Why items of some states are held, with the exact count of each cause, kept true while it is shown. */
export class ProblemCauses {
  list = $state.raw<readonly ItemCause[]>([])
  failure = $state.raw<Failure | null>(null)
  readonly #states: readonly ItemState[]
  #recounter: Throttle | null = null

  constructor(states: readonly ItemState[]) {
    this.#states = states
  }

  start(): () => void {
    this.#recounter = new Throttle(() => this.#load(), recountIntervalMs)
    const stop = followItems(this.#recounter)
    this.refresh()
    return stop
  }

  refresh(): void {
    this.#recounter?.ask()
  }

  async #load(): Promise<void> {
    try {
      const { causes } = await call('items.causes', { states: [...this.#states] })
      this.list = causes
      this.failure = null
    } catch (thrown) {
      this.failure = failureOf(thrown)
    }
  }
}
