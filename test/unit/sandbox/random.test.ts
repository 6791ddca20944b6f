import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawRandom } from '../../../electron/engine/sandbox/random.ts'

function draw(seed: number, count: number): number[] {
  const values = []
  for (let state = seed; values.length < count;) {
    const drawn = drawRandom(state)
    values.push(drawn.value)
    state = drawn.state
  }
  return values
}

describe('the seeded generator', () => {
  it('gives the published numbers of mulberry32', () => {
    const expected = [0.97972826776, 0.30675226449, 0.48420542152]
    draw(12345, 3).forEach((value, index) => expect(value).toBeCloseTo(expected[index] ?? NaN, 10))
  })

  it('stays in [0, 1) and repeats itself from the same state', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), (seed) => {
        const values = draw(seed, 20)
        expect(values.every((value) => value >= 0 && value < 1)).toBe(true)
        expect(draw(seed, 20)).toEqual(values)
      }),
    )
  })

  it('spreads evenly', () => {
    const tenths = new Array<number>(10).fill(0)
    for (const value of draw(1, 10_000))
      tenths[Math.floor(value * 10)] = (tenths[Math.floor(value * 10)] ?? 0) + 1
    for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(150)
  })
})
