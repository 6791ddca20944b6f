import { createSubscriber } from 'svelte/reactivity'

/** The present time as reactive state. Its timer runs only while something that is shown reads it. */
class Clock {
  readonly #subscribe: () => void

  constructor(periodMs: number) {
    this.#subscribe = createSubscriber((update) => {
      const timer = setInterval(update, periodMs)
      return () => clearInterval(timer)
    })
  }

  get nowMs(): number {
    this.#subscribe()
    return Date.now()
  }
}

/** For times of day. */
export const minuteClock = new Clock(30_000)
/** For countdowns. */
export const secondClock = new Clock(1_000)
