/** Work that takes long is done so much more rarely: it takes at most this part of the time. */
const mostOfTime = 0.2

/**
 * Runs `work` soon after it is asked for, at most once in `intervalMs`, and never twice at the same time.
 * What is asked for while it runs leads to one further run.
 */
export class Throttle {
  readonly #work: () => Promise<void>
  readonly #intervalMs: number
  #timer: ReturnType<typeof setTimeout> | undefined
  #running = false
  #wanted = false
  #stopped = false
  #notBeforeMs = -Infinity

  constructor(work: () => Promise<void>, intervalMs: number) {
    this.#work = work
    this.#intervalMs = intervalMs
  }

  ask(): void {
    this.#wanted = true
    this.#schedule()
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
  }

  #schedule(): void {
    if (this.#stopped || this.#running || !this.#wanted || this.#timer !== undefined) return
    const waitMs = Math.max(0, this.#notBeforeMs - performance.now())
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      void this.#run()
    }, waitMs)
  }

  async #run(): Promise<void> {
    this.#wanted = false
    this.#running = true
    const startedAtMs = performance.now()
    try {
      await this.#work()
    } finally {
      this.#running = false
      const tookMs = performance.now() - startedAtMs
      this.#notBeforeMs = startedAtMs + Math.max(this.#intervalMs, tookMs / mostOfTime)
      this.#schedule()
    }
  }
}
