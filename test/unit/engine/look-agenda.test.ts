import { describe, expect, it } from 'vitest'
import { createLookAgenda } from '../../../electron/engine/look-agenda.ts'

function fixture() {
  const time = { nowMs: 0 }
  let alarm: { readonly atMs: number; readonly ring: () => void } | null = null
  const looked: number[] = []
  const waiting: (() => void)[] = []
  const agenda = createLookAgenda({
    clock: { monotonicMs: () => time.nowMs },
    timers: {
      after(delayMs, ring) {
        const set = { atMs: time.nowMs + delayMs, ring }
        alarm = set
        return () => {
          if (alarm === set) alarm = null
        }
      },
    },
    look: (itemId) =>
      new Promise((resolve) => {
        looked.push(itemId)
        waiting.push(resolve)
      }),
  })
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  return {
    agenda,
    looked,
    alarmAtMs: () => alarm?.atMs ?? null,
    /** Moves the clock and rings what is due. */
    async goTo(nowMs: number) {
      time.nowMs = nowMs
      if (alarm !== null && alarm.atMs <= nowMs) alarm.ring()
      await settle()
    },
    async endLook() {
      waiting.shift()?.()
      await settle()
    },
  }
}

describe('the agenda of looks', () => {
  it('makes each when it is due, and sleeps no longer than a minute', async () => {
    const { agenda, looked, alarmAtMs, goTo } = fixture()
    agenda.set(1, 300_000)
    expect(alarmAtMs()).toBe(60_000)
    agenda.set(2, 5_000)
    expect(alarmAtMs()).toBe(5_000)
    await goTo(4_999)
    expect(looked).toEqual([])
    await goTo(5_000)
    expect(looked).toEqual([2])
  })

  it('makes two at a time, however many are due', async () => {
    const { agenda, looked, goTo, endLook } = fixture()
    for (let itemId = 1; itemId <= 500; itemId += 1) agenda.set(itemId, 1_000)
    await goTo(2_000)
    expect(looked).toEqual([1, 2])
    await endLook()
    expect(looked).toEqual([1, 2, 3])
    const stopped = agenda.stop()
    for (let count = 0; count < 3; count += 1) await endLook()
    await stopped
    expect(looked).toEqual([1, 2, 3])
  })

  it('does not look at an item twice at a time, and takes up what was set meanwhile', async () => {
    const { agenda, looked, goTo, endLook } = fixture()
    agenda.set(1, 0)
    await goTo(0)
    agenda.set(1, 10)
    await goTo(20)
    expect(looked).toEqual([1])
    await endLook()
    await goTo(20)
    expect(looked).toEqual([1, 1])
  })

  it('forgets what was dropped, and brings forward only what would come later', async () => {
    const { agenda, looked, goTo } = fixture()
    agenda.set(1, 1_000)
    agenda.drop(1)
    agenda.set(2, 9_000)
    agenda.bringForward(2, 3_000)
    agenda.bringForward(2, 30_000)
    await goTo(3_000)
    await goTo(3_000)
    expect(looked).toEqual([2])
  })
})
