import type { Answer } from '../shared/answer.ts'
import type {
  CallInput,
  CallOutput,
  CallsOwnedBy,
  EngineMessage,
  EngineRequest,
  EventName,
  Events,
} from '../shared/contract.ts'
import type { Failure } from '../shared/error-codes.ts'
import type { EngineState } from '../shared/status.ts'
import { watchHeartbeat } from './heartbeat.ts'
import { createPendingCalls } from './pending-calls.ts'
import { decideAfterRefusal, decideRestart } from './restart-policy.ts'
import type { RestartDecision } from './restart-policy.ts'

/** One run of the engine's process. Its end is told once, also when it could not be started at all. */
export interface EngineProcess {
  post(request: EngineRequest): void
  kill(): void
}

export interface EngineProcessListener {
  message(message: EngineMessage): void
  ended(): void
}

export interface EngineLinkOptions {
  start(listener: EngineProcessListener): EngineProcess
  /** The API keys by profile, which an engine gets before any other call reaches it. */
  readKeys(): Promise<Readonly<Record<string, string>>>
  /**
   * What else an engine must know before it sends anything: it has no key yet. `call` reaches that engine alone.
   * Must not reject.
   */
  prepare?(call: EngineLink['call']): Promise<void>
  stateChanged(state: EngineState): void
  eventReceived<Name extends EventName>(name: Name, payload: Events[Name]): void
  /** How long a call waits for an engine that is starting. */
  readonly startLimitMs?: number
  /** How long an engine may take to end its work before it is killed. */
  readonly stopLimitMs?: number
  /** How often an engine is asked whether it still answers, and how long that may take before it is killed. */
  readonly heartbeat?: { readonly intervalMs: number; readonly limitMs: number }
}

export type EngineCallName = CallsOwnedBy<'engine' | 'engine_private'>

/** The engine, whichever process it runs in at the time. */
export interface EngineLink {
  /** Never rejects, and never hangs: an engine that ends takes its calls along as `engine_unavailable`. */
  call<Name extends EngineCallName>(name: Name, input: CallInput<Name>): Promise<Answer<CallOutput<Name>>>
  state(): EngineState
  /** Starts an engine that ended at once, and not when its time has come. Does nothing while one is there. */
  startNow(): void
  /** Lets the engine end its work, and kills it when it takes too long. */
  stop(): Promise<void>
}

const unavailable: Failure = { code: 'engine_unavailable', detail: '' }

/** Starts the engine and keeps it running. */
export function startEngineLink(options: EngineLinkOptions): EngineLink {
  const { startLimitMs = 20_000, stopLimitMs = 10_000 } = options
  const heartbeat = options.heartbeat ?? { intervalMs: 15_000, limitMs: 60_000 }
  const pending = createPendingCalls()
  let state: EngineState = { state: 'starting', failure: null, restarts: 0 }
  let process: EngineProcess | undefined
  let readyAtMs: number | undefined
  let quickEnds = 0
  let restartTimer: NodeJS.Timeout | undefined
  let ready = Promise.withResolvers<EngineProcess | undefined>()
  let ended = Promise.withResolvers<undefined>()
  let isStopping = false
  let stopHeartbeat = (): void => undefined

  function change(next: Partial<EngineState>): void {
    state = { ...state, ...next }
    options.stateChanged(state)
  }

  function start(): void {
    ready = Promise.withResolvers()
    ended = Promise.withResolvers()
    readyAtMs = undefined
    let refusal: Failure | undefined
    const current = options.start({
      message(message) {
        if (message.kind === 'answer') pending.settle(message.callId, message.answer)
        // Name and payload belong together by the engine's own types; on the way they lost that.
        else if (message.kind === 'event') options.eventReceived(message.name, message.payload as never)
        else if (message.kind === 'ready') void welcome(current)
        else {
          refusal = message.failure
          current.kill()
        }
      },
      ended() {
        process = undefined
        stopHeartbeat()
        ready.resolve(undefined)
        ended.resolve(undefined)
        pending.failAll(unavailable)
        if (isStopping) return
        const ranMs = readyAtMs === undefined ? 0 : performance.now() - readyAtMs
        restartAfter(refusal ? decideAfterRefusal() : decideRestart(quickEnds, ranMs), refusal)
      },
    })
    process = current
  }

  async function welcome(current: EngineProcess): Promise<void> {
    // The engine derives its answers from the same contract; the name decides the type.
    await options.prepare?.(
      async (name, input) => (await post(current, name, input)) as Answer<CallOutput<typeof name>>,
    )
    const keys = await options.readKeys()
    if (process !== current) return
    const provided = await post(current, 'secrets.provide', { keys: { ...keys } })
    if (process !== current) return
    readyAtMs = performance.now()
    change({ state: 'running', failure: provided.ok ? null : provided.failure })
    ready.resolve(current)
    // An engine that lives and does not answer is worse than one that ended: its calls would wait for ever.
    stopHeartbeat = watchHeartbeat({
      ...heartbeat,
      ask: () => post(current, 'status.get', {}),
      onSilent: () => current.kill(),
    })
  }

  function restartAfter(decision: RestartDecision, refusal: Failure | undefined): void {
    quickEnds = decision.quickEnds
    const failure = refusal ?? unavailable
    change({ state: decision.isFailed ? 'failed' : 'restarting', failure, restarts: state.restarts + 1 })
    restartTimer = setTimeout(start, decision.delayMs)
  }

  function post(to: EngineProcess, name: EngineCallName, input: unknown): Promise<Answer<unknown>> {
    const { callId, answer } = pending.begin()
    to.post({ kind: 'call', callId, name, input })
    return answer
  }

  /** The process that takes calls, if there is one within the time limit. */
  async function waitForReady(): Promise<EngineProcess | undefined> {
    if (process === undefined || isStopping) return undefined
    let timer: NodeJS.Timeout | undefined
    const limit = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), startLimitMs)
    })
    return Promise.race([ready.promise, limit]).finally(() => clearTimeout(timer))
  }

  start()
  return {
    async call(name, input) {
      const ready = await waitForReady()
      if (ready === undefined) return { ok: false, failure: unavailable }
      // The engine derives its answers from the same contract; the name decides the type.
      return (await post(ready, name, input)) as Answer<CallOutput<typeof name>>
    },
    state: () => state,
    startNow() {
      if (process !== undefined || isStopping) return
      clearTimeout(restartTimer)
      start()
    },
    async stop() {
      isStopping = true
      clearTimeout(restartTimer)
      stopHeartbeat()
      if (process === undefined) return
      const last = process
      const timer = setTimeout(() => last.kill(), stopLimitMs)
      void post(last, 'engine.stop', {})
      await ended.promise
      clearTimeout(timer)
    },
  }
}
