import { Worker } from 'node:worker_threads'
import type { DrawingJob, DrawingOutcome, DrawingRefusal, Drawn } from './drawing-job.ts'

export type ThreadDrawn = Drawn<DrawingRefusal | 'too_slow' | 'stopped'>

/** A thread with a decoder in it, which may hang or break at any scan. */
export interface DrawingThread {
  /** Makes one picture at a time, in the order of the calls. Never rejects. */
  draw(job: Omit<DrawingJob, 'jobId'>): Promise<ThreadDrawn>
  /** Ends the thread. What is being drawn, or waits, or comes later, is refused as `stopped`. */
  stop(): Promise<void>
}

export interface DrawingThreadOptions {
  readonly workerFile: URL | string
  /** How long one picture may take, with the start of the thread. */
  readonly limitMs: number
  /** WebAssembly never gives memory back, so a thread that is not used is ended. */
  readonly idleMs: number
}

/** Makes the thread when it is first needed, and anew after every failure of the decoder. */
export function createDrawingThread({ workerFile, limitMs, idleMs }: DrawingThreadOptions): DrawingThread {
  let worker: Worker | undefined
  let idleTimer: NodeJS.Timeout | undefined
  let lastJobId = 0
  let isStopped = false
  let queue: Promise<unknown> = Promise.resolve()

  function start(): Worker {
    const fresh = new Worker(workerFile, {
      name: 'previews',
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    })
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
    await worker?.terminate()
  }

  async function drawNext(job: Omit<DrawingJob, 'jobId'>): Promise<ThreadDrawn> {
    if (hasStopped()) return { ok: false, refusal: 'stopped' }
    clearTimeout(idleTimer)
    worker ??= start()
    const drawn = await runJob(worker, { ...job, jobId: (lastJobId += 1) }, limitMs)
    if (!drawn.ok && (drawn.refusal === 'undecodable' || drawn.refusal === 'too_slow')) await end()
    else idleTimer = setTimeout(() => void end(), idleMs).unref()
    return hasStopped() && !drawn.ok ? { ok: false, refusal: 'stopped' } : drawn
  }

  return {
    draw(job) {
      const drawn = queue.then(() => drawNext(job))
      queue = drawn
      return drawn
    },
    async stop() {
      isStopped = true
      await end()
    },
  }
}

/** A thread that ends without an answer could not decode the scan. */
function runJob(worker: Worker, job: DrawingJob, limitMs: number): Promise<ThreadDrawn> {
  return new Promise((resolve) => {
    const settle = (drawn: ThreadDrawn): void => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('exit', onExit)
      resolve(drawn)
    }
    const onMessage = (outcome: DrawingOutcome): void => {
      if (outcome.jobId === job.jobId) settle(outcome.drawn)
    }
    const onExit = (): void => settle({ ok: false, refusal: 'undecodable' })
    const timer = setTimeout(() => settle({ ok: false, refusal: 'too_slow' }), limitMs)
    worker.on('message', onMessage).on('exit', onExit)
    worker.postMessage(job)
  })
}
