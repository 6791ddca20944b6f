import type { QuarterTurns } from './pan-zoom/geometry.ts'

const maxKept = 5_000

/** How pictures were turned, by preview key, while the window lives. The file is never changed. */
class KeptTurns {
  readonly #turns = new Map<string, QuarterTurns>()

  of(key: string): QuarterTurns {
    return this.#turns.get(key) ?? 0
  }

  keep(key: string, turns: QuarterTurns): void {
    this.#turns.delete(key)
    if (turns !== 0) this.#turns.set(key, turns)
    const [oldest] = this.#turns.keys()
    if (this.#turns.size > maxKept && oldest !== undefined) this.#turns.delete(oldest)
  }
}

export const keptTurns = new KeptTurns()
