import { describe, expect, it } from 'vitest'
import { createPacer } from '../../../electron/engine/upload/pacer.ts'
import type { Pacer } from '../../../electron/engine/upload/pacer.ts'
import { createManualClock } from './manual-clock.ts'

const forever = new AbortController().signal

/** Asks for `count` turns at once and notes when each came, in milliseconds from now. */
function takeTurns(pacer: Pacer, clock: { monotonicMs(): number }, count: number): number[] {
  const startMs = clock.monotonicMs()
  const turns: number[] = []
  for (let index = 0; index < count; index += 1) {
    void pacer.turn(forever).then(() => turns.push(clock.monotonicMs() - startMs))
  }
  return turns
}

describe('the pace', () => {
  it('spaces requests evenly and says how long each waited', async () => {
    const clock = createManualClock()
    const pacer = createPacer({ clock, requestsPerSecond: 10 })
    const turns = takeTurns(pacer, clock, 5)
    await clock.advance(1_000)
    expect(turns).toEqual([0, 100, 200, 300, 400])

    const waited = pacer.turn(forever)
    await clock.advance(0)
    expect(await waited).toBe(0)
    const next = pacer.turn(forever)
    await clock.advance(1_000)
    expect(await next).toBe(100)
  })

  it('saves up no more than a tenth of a second', async () => {
    const clock = createManualClock()
    const pacer = createPacer({ clock, requestsPerSecond: 100 })
    await clock.advance(3_600_000)
    const turns = takeTurns(pacer, clock, 30)
    await clock.advance(1_000)
    expect(turns.filter((atMs) => atMs === 0)).toHaveLength(10)
    expect(turns.at(-1)).toBeGreaterThanOrEqual(200)
    expect(turns.at(-1)).toBeLessThanOrEqual(220)
  })

  it.each([0.01, 1, 20, 200])('keeps to %d per second over a long time', async (requestsPerSecond) => {
    const clock = createManualClock()
    const pacer = createPacer({ clock, requestsPerSecond })
    const turns = takeTurns(pacer, clock, 50)
    await clock.advance((50 / requestsPerSecond) * 1_100)
    expect(turns).toHaveLength(50)
    // Whole milliseconds are waited for, so the pace may only ever be lower than it is set.
    const lastMs = turns.at(-1) ?? 0
    expect(lastMs).toBeGreaterThanOrEqual(
      ((50 - Math.max(1, requestsPerSecond / 10)) / requestsPerSecond) * 1_000 - 1,
    )
  })

  it('gives a turn back when its waiter is cancelled', async () => {
    const clock = createManualClock()
    const pacer = createPacer({ clock, requestsPerSecond: 1 })
    await pacer.turn(forever)
    const stopper = new AbortController()
    const cancelled = Array.from({ length: 20 }, () => pacer.turn(stopper.signal))
    const ends = Promise.allSettled(cancelled)
    await clock.advance(10)
    stopper.abort(new Error('paused'))
    expect((await ends).every(({ status }) => status === 'rejected')).toBe(true)
    await expect(cancelled[0]).rejects.toThrow('paused')
    expect(clock.waiting()).toBe(0)

    const turns = takeTurns(pacer, clock, 1)
    await clock.advance(1_000)
    expect(turns).toEqual([990])
    await expect(pacer.turn(AbortSignal.abort())).rejects.toThrow()
  })

  it('changes at once for those who wait', async () => {
    const clock = createManualClock()
    const pacer = createPacer({ clock, requestsPerSecond: 0.01 })
    const turns = takeTurns(pacer, clock, 3)
    await clock.advance(1_000)
    expect(turns).toEqual([0])
    pacer.setRate(100)
    await clock.advance(100)
    expect(turns).toHaveLength(3)
  })
})

describe('a slowdown', () => {
  it('silences everybody until the time given, those who wait included', async () => {
    const clock = createManualClock()
    const pacer = createPacer({ clock, requestsPerSecond: 10 })
    const turns = takeTurns(pacer, clock, 4)
    await clock.advance(150)
    expect(turns).toEqual([0, 100])
    expect(pacer.slowedUntilMs()).toBeNull()
    pacer.slowUntil(clock.nowMs() + 5_000)
    expect(pacer.slowedUntilMs()).toBe(clock.nowMs() + 5_000)
    await clock.advance(4_999)
    expect(turns).toHaveLength(2)
    await clock.advance(1_000)
    expect(turns[2]).toBe(5_150)
    expect(pacer.slowedUntilMs()).toBeNull()
  })

  it('halves the pace once for refusals that come together, and again for a later one', async () => {
    const clock = createManualClock()
    const pacer = createPacer({ clock, requestsPerSecond: 16 })
    for (let refusal = 0; refusal < 4; refusal += 1) pacer.slowUntil(clock.nowMs() + 1_000)
    expect(pacer.requestsPerSecond()).toBe(8)
    await clock.advance(1_001)
    pacer.slowUntil(clock.nowMs() + 1_000)
    expect(pacer.requestsPerSecond()).toBe(4)
    for (let refusal = 0; refusal < 20; refusal += 1) {
      await clock.advance(1_001)
      pacer.slowUntil(clock.nowMs() + 1_000)
    }
    expect(pacer.requestsPerSecond()).toBe(0.25)
  })

  it('ends by itself: answers raise the pace to the one that is set and not above', async () => {
    const clock = createManualClock()
    const pacer = createPacer({ clock, requestsPerSecond: 20 })
    pacer.slowUntil(clock.nowMs() + 1_000)
    const startMs = clock.monotonicMs()
    let answers = 0
    while (pacer.requestsPerSecond() < 20) {
      const turn = pacer.turn(forever)
      await clock.advance(1_100)
      await turn
      pacer.noteAnswer()
      answers += 1
    }
    // A tenth of a second's share for each second's worth of answers: half the pace in about ten seconds of them.
    expect(answers).toBeGreaterThan(100)
    expect(answers).toBeLessThan(200)
    expect(clock.monotonicMs()).toBeGreaterThan(startMs)
    pacer.noteAnswer()
    expect(pacer.requestsPerSecond()).toBe(20)
  })

  it('is measured from when it was asked for, whatever happens to the computer’s clock', async () => {
    const clock = createManualClock()
    const pacer = createPacer({ clock, requestsPerSecond: 10 })
    pacer.slowUntil(clock.nowMs() + 5_000)
    clock.setNow(clock.nowMs() - 86_400_000)
    const turns = takeTurns(pacer, clock, 1)
    await clock.advance(5_000)
    expect(turns).toEqual([5_000])
  })

  it('of more than an hour is not believed', async () => {
    const clock = createManualClock()
    const pacer = createPacer({ clock, requestsPerSecond: 10 })
    pacer.slowUntil(clock.nowMs() + 30 * 86_400_000)
    const turns = takeTurns(pacer, clock, 1)
    await clock.advance(3_600_000)
    expect(turns).toHaveLength(1)
    pacer.slowUntil(clock.nowMs() - 1_000)
    expect(pacer.slowedUntilMs()).toBeNull()
  })
})
