import type { Failure } from '../../../electron/shared/error-codes.ts'
import type { ConnectionSettings } from '../../../electron/shared/settings/connection.ts'
import type { ConnectionTest } from '../../../electron/shared/status.ts'
import { failureOf } from '../../bridge/call-failure.ts'
import { call } from '../../bridge/client.ts'

/** Tries a connection. An answer that came for other fields than the present ones is dropped. */
export class ConnectionTester {
  running = $state(false)
  result = $state.raw<ConnectionTest | null>(null)
  failure = $state.raw<Failure | null>(null)
  #turn = 0
  /** The fields that the result is about. */
  #tested = ''

  /** An empty key means: the one that is stored. */
  async run(connection: ConnectionSettings, key: string): Promise<void> {
    this.#clear()
    this.#tested = fieldsKey(connection, key)
    const turn = this.#turn
    this.running = true
    try {
      const typed = key.trim()
      const result = await call('connection.test', { connection, ...(typed !== '' && { key: typed }) })
      if (turn === this.#turn) this.result = result
    } catch (thrown) {
      if (turn === this.#turn) this.failure = failureOf(thrown)
    } finally {
      if (turn === this.#turn) this.running = false
    }
  }

  /** Forgets what was found out when it was about other fields than these. */
  keepFor(connection: ConnectionSettings, key: string): void {
    if (fieldsKey(connection, key) !== this.#tested) this.#clear()
  }

  #clear(): void {
    this.#tested = ''
    this.#turn += 1
    this.running = false
    this.result = null
    this.failure = null
  }
}

function fieldsKey(connection: ConnectionSettings, key: string): string {
  return JSON.stringify([connection, key.trim()])
}
