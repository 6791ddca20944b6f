import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextDelayMs } from '../../../electron/engine/upload/backoff.ts'

const settings = { baseMs: 2_000, maxMs: 600_000 }

describe('the wait before the next attempt', () => {
  it('doubles its ceiling with each attempt, up to the longest', () => {
    const ceilings = [1, 2, 3, 4, 9, 10, 11].map((attempt) =>
      nextDelayMs({ ...settings, attempt, random: () => 1 }),
    )
    expect(ceilings).toEqual([2_000, 4_000, 8_000, 16_000, 512_000, 600_000, 600_000])
  })

  it('is spread evenly from half the base to the ceiling', () => {
    const waits = [0, 0.25, 0.5].map((draw) => nextDelayMs({ ...settings, attempt: 3, random: () => draw }))
    expect(waits).toEqual([1_000, 2_750, 4_500])
  })

  it('is a whole number within its bounds for any settings and any number of attempts', () => {
    const steps = fc.record({
      attempt: fc.integer({ min: 1, max: 1_000_000 }),
      baseMs: fc.integer({ min: 10, max: 600_000 }),
      maxMs: fc.integer({ min: 10, max: 86_400_000 }),
      draw: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    })
    fc.assert(
      fc.property(steps, ({ draw, ...step }) => {
        const delayMs = nextDelayMs({ ...step, random: () => draw })
        expect(Number.isInteger(delayMs)).toBe(true)
        expect(delayMs).toBeGreaterThanOrEqual(Math.floor(Math.min(step.baseMs, step.maxMs) / 2))
        expect(delayMs).toBeLessThanOrEqual(step.maxMs)
      }),
    )
  })
})
