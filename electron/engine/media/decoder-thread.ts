import { Worker } from 'node:worker_threads'
import type {
  Decoded,
  DecoderAnswer,
  DecoderJob,
  DecoderRefusal,
  DecoderRequest,
  Made,
} from './decoder-job.ts'

export type ThreadRefusal = DecoderRefusal | 'too_slow' | 'stopped'
export type ThreadDecoded<Value> = Decoded<Value, ThreadRefusal>

/** A thread with a decoder in it, which may hang or break at any scan. */
export interface DecoderThread {
  /** Does one job at a time, in the order of the calls. Never rejects. */
  decode<Job extends DecoderJob>(job: Job): Promise<ThreadDecoded<Made[Job['kind']]>>
  /** Ends the thread. What is being done, or waits, or comes later, is refused as `stopped`. */
  stop(): Promise<void>
}

export interface DecoderThreadOptions {
  /** Shown by tools that list threads. */
  readonly name: string
  /** The built or plain file of `preview-worker.ts`. */
  readonly workerFile: URL | string
  /** How long one job may take, with the start of the thread. */
  readonly limitMs: number
  /** WebAssembly never gives memory back, so a thread that is not used is ended. */
  readonly idleMs: number
}

/** Makes the thread when it is first needed, and anew after every failure of the decoder. */
export function createDecoderThread({
  name,
  workerFile,
  limitMs,
  idleMs,
}: DecoderThreadOptions): DecoderThread {
  let worker: Worker | undefined
  let idleTimer: NodeJS.Timeout | undefined
  let lastJobId = 0
  let isStopped = false
  let queue: Promise<unknown> = Promise.resolve()

  function start(): Worker {
    const fresh = new Worker(workerFile, { name, resourceLimits: { maxOldGenerationSizeMb: 256 } })
    // An error without a listener would end the whole process. The exit that follows it is what counts.
    fresh.on('error', () => undefined)
    fresh.on('exit', () => {
      if (worker === fresh) worker = undefined
    })
    return fresh
  }

  const hasStopped = (): boolean => isStopped

  async function end(): Promise<void> {
    clearTimeout(idleTimer)
    const ending = worker
    // A job that comes now must not be given to a thread that is about to end.
    worker = undefined
    await ending?.terminate()
  }

  async function decodeNext(job: DecoderJob): Promise<ThreadDecoded<Made[keyof Made]>> {
    if (hasStopped()) return { ok: false, refusal: 'stopped' }
    clearTimeout(idleTimer)
    worker ??= start()
    const decoded = await runJob(worker, { jobId: (lastJobId += 1), job }, limitMs)
    if (!decoded.ok && (decoded.refusal === 'undecodable' || decoded.refusal === 'too_slow')) await end()
    else idleTimer = setTimeout(() => void end(), idleMs).unref()
    return hasStopped() && !decoded.ok ? { ok: false, refusal: 'stopped' } : decoded
  }

  return {
    decode<Job extends DecoderJob>(job: Job) {
      const decoded = queue.then(() => decodeNext(job))
      queue = decoded
      // The thread makes what the kind of the job says; the messages between the threads have no types.
      return decoded as Promise<ThreadDecoded<Made[Job['kind']]>>
    },
    async stop() {
      isStopped = true
      await end()
    },
  }
}

/** A thread that ends without an answer could not decode the scan. */
function runJob(
  worker: Worker,
  request: DecoderRequest,
  limitMs: number,
): Promise<ThreadDecoded<Made[keyof Made]>> {
  return new Promise((resolve) => {
    const settle = (decoded: ThreadDecoded<Made[keyof Made]>): void => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('exit', onExit)
      resolve(decoded)
    }
    const onMessage = (answer: DecoderAnswer): void => {
      if (answer.jobId === request.jobId) settle(answer.decoded)
    }
    const onExit = (): void => settle({ ok: false, refusal: 'undecodable' })
    const timer = setTimeout(() => settle({ ok: false, refusal: 'too_slow' }), limitMs)
    worker.on('message', onMessage).on('exit', onExit)
    worker.postMessage(request)
  })
}
