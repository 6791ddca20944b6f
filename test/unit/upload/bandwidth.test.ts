import { describe, expect, it } from 'vitest'
import { createBandwidth } from '../../../electron/engine/upload/bandwidth.ts'
import { createManualClock } from './manual-clock.ts'

const forever = new AbortController().signal

describe('a limit of the bandwidth', () => {
  it('is none at 0', () => {
    expect(createBandwidth(0, createManualClock())).toBeNull()
  })

  it('lets bytes through at its rate, first come, first served', async () => {
    const clock = createManualClock()
    const bandwidth = createBandwidth(100_000, clock)
    const startMs = clock.monotonicMs()
    const taken: [string, number][] = []
    for (const name of ['a', 'b', 'c', 'd']) {
      void bandwidth?.take(50_000, forever).then(() => taken.push([name, clock.monotonicMs() - startMs]))
    }
    await clock.advance(10_000)
    // An eighth of a second is given in advance.
    expect(taken).toEqual([
      ['a', 375],
      ['b', 875],
      ['c', 1_375],
      ['d', 1_875],
    ])
  })

  it('saves nothing up while nothing goes out', async () => {
    const clock = createManualClock()
    const bandwidth = createBandwidth(100_000, clock)
    await clock.advance(3_600_000)
    let isThrough = false
    void bandwidth?.take(100_000, forever).then(() => (isThrough = true))
    await clock.advance(870)
    expect(isThrough).toBe(false)
    await clock.advance(10)
    expect(isThrough).toBe(true)
  })

  it('is not disturbed by a computer’s clock that is set', async () => {
    const clock = createManualClock()
    const bandwidth = createBandwidth(100_000, clock)
    const startMs = clock.monotonicMs()
    let throughAtMs = 0
    void bandwidth?.take(100_000, forever).then(() => (throughAtMs = clock.monotonicMs() - startMs))
    clock.setNow(clock.nowMs() + 86_400_000)
    await clock.advance(2_000)
    expect(throughAtMs).toBe(875)
  })

  it.each([
    [1_000, 1_024],
    [100_000, 12_500],
    [10_000_000, 65_536],
  ])('of %d bytes in a second cuts bodies into pieces of %d', (bytesPerSecond, chunkBytes) => {
    expect(createBandwidth(bytesPerSecond, createManualClock())?.chunkBytes).toBe(chunkBytes)
  })

  it('is given up when its request ends', async () => {
    const clock = createManualClock()
    const stopper = new AbortController()
    const waiting = createBandwidth(1_000, clock)?.take(60_000, stopper.signal)
    stopper.abort()
    await expect(waiting).rejects.toThrow()
    expect(clock.waiting()).toBe(0)
  })
})
