import type { Failure } from '../../../electron/shared/error-codes.ts'
import type { PlaceKind, PlaceTest } from '../../../electron/shared/status.ts'
import { failureOf } from '../../bridge/call-failure.ts'
import { call } from '../../bridge/client.ts'

/** Tries a place that stands in a field. What was found out holds for that path alone. */
export class PlaceTester {
  running = $state(false)
  result = $state.raw<PlaceTest | null>(null)
  failure = $state.raw<Failure | null>(null)
  #tested: string | null = null

  async run(kind: PlaceKind, path: string): Promise<void> {
    this.#tested = path
    this.result = null
    this.failure = null
    this.running = true
    try {
      const result = await call('settings.testPlace', { kind, path })
      if (this.#tested === path) this.result = result
    } catch (thrown) {
      if (this.#tested === path) this.failure = failureOf(thrown)
    } finally {
      if (this.#tested === path) this.running = false
    }
  }

  /** Forgets what was found out about another path. */
  keepFor(path: string): void {
    if (this.#tested === null || this.#tested === path) return
    this.#tested = null
    this.running = false
    this.result = null
    this.failure = null
  }
}
