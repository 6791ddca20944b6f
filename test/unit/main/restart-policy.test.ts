import { describe, expect, it } from 'vitest'
import { decideAfterRefusal, decideRestart } from '../../../electron/main/restart-policy.ts'

describe('an engine that ends again and again', () => {
  it('is started after longer and longer waits, and then told of', () => {
    const decisions = [0, 1, 2, 3, 4, 5].map((before) => decideRestart(before, 1_000))
    expect(decisions.map(({ delayMs }) => delayMs)).toEqual([300, 1_000, 3_000, 10_000, 60_000, 60_000])
    expect(decisions.map(({ isFailed }) => isFailed)).toEqual([false, false, false, false, true, true])
  })

  it('starts over after a healthy minute', () => {
    expect(decideRestart(9, 60_000)).toEqual({ delayMs: 300, isFailed: false, quickEnds: 1 })
    expect(decideRestart(3, 59_999).quickEnds).toBe(4)
  })
})

describe('an engine that says why it cannot start', () => {
  it('is tried again every 15 seconds', () => {
    expect(decideAfterRefusal()).toEqual({ delayMs: 15_000, isFailed: true, quickEnds: 0 })
  })
})
