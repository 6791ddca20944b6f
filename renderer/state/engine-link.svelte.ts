import type { EngineState } from '../../electron/shared/status.ts'
import { failureOf } from '../bridge/call-failure.ts'
import { call, listen } from '../bridge/client.ts'

/** How the engine is, as the shell sees it. */
class EngineLink {
  current = $state.raw<EngineState>({ state: 'starting', failure: null, restarts: 0 })

  /** True from when a person asks for a start until it is known what became of it. */
  asked = $state(false)

  readonly running = $derived(this.current.state === 'running')

  start(): () => void {
    const stop = listen('engine.changed', (engine) => {
      this.current = engine
      this.asked = false
    })
    call('shell.engineState', {}).then(
      (engine) => (this.current = engine),
      (thrown: unknown) => (this.current = { state: 'failed', failure: failureOf(thrown), restarts: 0 }),
    )
    return stop
  }

  /** Has an engine that ended started now, and not when its time has come. */
  async startNow(): Promise<void> {
    this.asked = true
    await call('shell.startEngine', {})
  }
}

export const engineLink = new EngineLink()
