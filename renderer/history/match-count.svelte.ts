import { countItems } from '../state/count-items.ts'
import { followItems } from '../state/follow-items.ts'
import { liveStatus } from '../state/live-status.svelte.ts'
import { Throttle } from '../state/throttle.ts'

/** Beyond so many it says "more than": nobody reads the difference, and an export counts to the end. */
const countsUpTo = 100_000
/** While items keep changing, the figure may be so old. */
const recountIntervalMs = 5_000

/** How many items a query finds. Without a query it is the number that the status has anyway. */
export class MatchCount {
  readonly #query: () => string
  #counted = $state.raw<{ text: string; count: number; isExact: boolean } | null>(null)
  #recounter: Throttle | null = null
  #turn = 0

  constructor(query: () => string) {
    this.#query = query
  }

  /** Null while it is being counted. */
  readonly current = $derived.by((): { count: number; isExact: boolean } | null => {
    const text = this.#query()
    const { current: status } = liveStatus
    if (text === '') return status === null ? null : { count: status.total, isExact: true }
    return this.#counted?.text === text ? this.#counted : null
  })

  start(): () => void {
    this.#recounter = new Throttle(() => this.#load(), recountIntervalMs)
    const stop = followItems(this.#recounter)
    void this.#load()
    return () => {
      this.#turn += 1
      stop()
    }
  }

  /** Counts another query at once. */
  ask(): void {
    void this.#load()
  }

  async #load(): Promise<void> {
    const text = this.#query()
    if (text === '') return
    this.#turn += 1
    const turn = this.#turn
    try {
      const counted = await countItems({ text }, countsUpTo, () => turn === this.#turn)
      if (turn === this.#turn) this.#counted = { text, ...counted }
    } catch {
      // The list asks the same and tells why there is no answer.
    }
  }
}
