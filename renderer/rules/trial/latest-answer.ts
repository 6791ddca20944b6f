/** Stands in the place of an answer that nobody waits for any more. */
export const superseded = Symbol('superseded')

/** Asks one question after the other, and takes an answer only while nothing newer was asked. */
export class LatestAnswer {
  #turn = 0

  /** Asks after a pause. Superseded questions that still wait are never asked; their failures are not told. */
  async ask<Answer>(question: () => Promise<Answer>, delayMs = 0): Promise<Answer | typeof superseded> {
    this.#turn += 1
    const turn = this.#turn
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs))
    return turn === this.#turn ? this.add(question) : superseded
  }

  /** Asks for more of the same: it supersedes nothing, and is superseded with what it belongs to. */
  async add<Answer>(question: () => Promise<Answer>): Promise<Answer | typeof superseded> {
    const turn = this.#turn
    try {
      const answer = await question()
      return turn === this.#turn ? answer : superseded
    } catch (thrown) {
      if (turn === this.#turn) throw thrown
      return superseded
    }
  }

  /** Nobody waits for an answer any more. */
  forget(): void {
    this.#turn += 1
  }
}
