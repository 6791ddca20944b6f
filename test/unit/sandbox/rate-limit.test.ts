import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLimiter, fullBucket, takeToken } from '../../../electron/engine/sandbox/rate-limit.ts'

describe('the token bucket', () => {
  it('gives a second’s worth at once and then fills evenly', () => {
    let bucket = fullBucket(2, 0)
    const ask = (nowMs: number): boolean => {
      const taken = takeToken(bucket, 2, nowMs)
      bucket = taken.bucket
      return taken.verdict.allowed
    }
    expect([ask(0), ask(0), ask(0), ask(499), ask(500), ask(501), ask(1_000)]).toEqual([
      true,
      true,
      false,
      false,
      true,
      false,
      true,
    ])
  })

  it('says when the next call is allowed', () => {
    const { verdict } = takeToken({ tokens: 0, filledAtMs: 10_000 }, 0.5, 10_000)
    expect(verdict).toEqual({ allowed: false, limit: 1, remaining: 0, resetAtSeconds: 12 })
    const after = takeToken({ tokens: 0, filledAtMs: 10_000 }, 0.5, verdict.resetAtSeconds * 1_000)
    expect(after.verdict.allowed).toBe(true)
  })

  it('never allows more than the bucket and what flowed in, whatever the clock does', () => {
    const times = fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 200 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), times, (perSecond, callsAtMs) => {
        const limit = createLimiter(perSecond, 0)
        const allowed = callsAtMs.filter((atMs) => limit(atMs)?.allowed)
        const forwardMs = callsAtMs.reduce(
          (sum, atMs, index) => sum + Math.max(0, atMs - (callsAtMs[index - 1] ?? 0)),
          0,
        )
        expect(allowed.length).toBeLessThanOrEqual(perSecond + (forwardMs / 1_000) * perSecond + 1e-6)
      }),
    )
  })

  it('is no limit at all with null', () => {
    expect(createLimiter(null, 0)(0)).toBeNull()
  })
})
