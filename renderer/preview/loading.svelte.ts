import { problemOf } from './preview-problem.ts'
import type { PreviewProblem } from './preview-problem.ts'
import { previewLimitMs } from './preview-source.ts'

export type LoadingState<Value> =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'ready'; readonly value: Value }
  | { readonly phase: 'failed'; readonly problem: PreviewProblem }

export interface Load<Value> {
  /** Must stop soon after `signal` aborts; it aborts when the time is up, too. */
  load(signal: AbortSignal): Promise<Value>
  /** Gives back what the value holds. Called once for every value, late ones included. */
  release?(value: Value): void
  readonly limitMs?: number
}

/** One thing that is being loaded for one viewer, with a time limit. A late result is dropped, never shown. */
export class Loading<Value> {
  state: LoadingState<Value> = $state.raw({ phase: 'waiting' })
  /** Resolves when the present load has ended, well or badly. */
  settled: Promise<void>
  readonly #load: Load<Value>
  #run = new AbortController()

  /** `ready` is what was loaded before: then nothing is loaded. */
  constructor(load: Load<Value>, ready: Value | null = null) {
    this.#load = load
    if (ready !== null) this.state = { phase: 'ready', value: ready }
    this.settled = ready === null ? this.#start() : Promise.resolve()
  }

  /** Loads again from the beginning. */
  retry(): void {
    this.stop()
    this.#run = new AbortController()
    this.state = { phase: 'waiting' }
    this.settled = this.#start()
  }

  /** Turns a loaded value into a failure, for content that breaks only while it is shown. */
  fail(problem: PreviewProblem): void {
    this.stop()
    this.state = { phase: 'failed', problem }
  }

  /** Cancels the load and gives back what it holds. */
  stop(): void {
    this.#run.abort()
    if (this.state.phase !== 'ready') return
    this.#load.release?.(this.state.value)
    this.state = { phase: 'waiting' }
  }

  async #start(): Promise<void> {
    const run = this.#run
    const limit = AbortSignal.timeout(this.#load.limitMs ?? previewLimitMs)
    const signal = AbortSignal.any([run.signal, limit])
    try {
      const value = await orAbort(this.#load.load(signal), signal, (late) => this.#load.release?.(late))
      if (run.signal.aborted) this.#load.release?.(value)
      else this.state = { phase: 'ready', value }
    } catch (thrown) {
      if (run.signal.aborted) return
      this.state = { phase: 'failed', problem: problemOf(limit.aborted ? limit.reason : thrown) }
    }
  }
}

/** `work`, but no longer than `signal` allows: some decoders cannot be interrupted. */
async function orAbort<Value>(
  work: Promise<Value>,
  signal: AbortSignal,
  release: (late: Value) => void,
): Promise<Value> {
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const onAbort = (): void => reject(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  if (signal.aborted) onAbort()
  try {
    return await Promise.race([work, aborted])
  } catch (thrown) {
    void work.then(release, () => undefined)
    throw thrown
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
