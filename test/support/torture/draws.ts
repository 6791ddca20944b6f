import { drawRandom } from '../../../electron/engine/sandbox/random.ts'

/** Random choices that are the same again for the same seed. */
export interface Draws {
  /** An integer in [from, to). */
  integer(from: number, to: number): number
  chance(rate: number): boolean
  /** One of them; undefined of an empty list. */
  oneOf<Choice>(choices: readonly Choice[]): Choice | undefined
}

export function createDraws(seed: number): Draws {
  let state = seed >>> 0
  const next = (): number => {
    const drawn = drawRandom(state)
    state = drawn.state
    return drawn.value
  }
  const integer = (from: number, to: number): number => from + Math.floor(next() * (to - from))
  return {
    integer,
    chance: (rate) => next() < rate,
    oneOf: (choices) => choices[integer(0, choices.length)],
  }
}
