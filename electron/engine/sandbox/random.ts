/** A number in [0, 1) and the state to draw the next one from. */
export type Draw = { value: number; state: number }

/**
 * One step of the mulberry32 generator: the same state gives the same number on every machine, so a run of
 * chance faults can be repeated from its seed. Not for anything that must be hard to guess.
 */
export function drawRandom(state: number): Draw {
  const next = (state + 0x6d2b79f5) >>> 0
  let mixed = Math.imul(next ^ (next >>> 15), next | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return { value: ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000, state: next }
}
