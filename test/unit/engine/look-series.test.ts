import { describe, expect, it } from 'vitest'
import { lookEvidence, lookPlan, nextLookMs, verdictOf } from '../../../electron/engine/look-series.ts'
import type { Look, LookAnswer, LookSeries } from '../../../electron/engine/look-series.ts'

const minuteMs = 60_000
const absent: LookAnswer = { answer: 'absent', entryCount: 3 }
const unavailable: LookAnswer = { answer: 'unavailable', code: 'connection_failed', detail: '' }
const doubtful: LookAnswer = { answer: 'in_doubt', similar: [] }

interface SeriesSetup {
  /** Minutes after the series began, with what was seen then. */
  readonly looks: readonly (readonly [number, LookAnswer])[]
  /** How long before the series the attempt ended, in minutes. */
  readonly endedBefore?: number
  /** How far the computer's clock was set after the first look, in minutes. */
  readonly jump?: number
}

function series({ looks, endedBefore = 0, jump = 0 }: SeriesSetup): LookSeries {
  const beganAtMs = 1_700_000_000_000
  return {
    attemptEndedAtMs: beganAtMs - endedBefore * minuteMs,
    began: { atMs: beganAtMs, monotonicMs: 1_000 },
    looks: looks.map(([minutes, answer], index): Look => ({
      ...answer,
      atMs: beganAtMs + (minutes + (index === 0 ? 0 : jump)) * minuteMs,
      monotonicMs: 1_000 + minutes * minuteMs,
    })),
  }
}

const planned = lookPlan.afterMs.map((delayMs) => delayMs / minuteMs)
const allAbsent = planned.map((minutes) => [minutes, absent] as const)

describe('a series of looks', () => {
  it('comes at 3 s, 15 s, 60 s, 5 min and 30 min, a little later at random, and then every ten minutes', () => {
    for (let count = 0; count < 5; count += 1) {
      const taken = series({ looks: allAbsent.slice(0, count) })
      const plannedMs = lookPlan.afterMs[count] ?? 0
      expect(nextLookMs(taken, lookPlan, () => 0) - 1_000).toBe(plannedMs)
      expect(nextLookMs(taken, lookPlan, () => 0.999) - 1_000).toBeLessThan(plannedMs * 1.2)
    }
    const all = series({ looks: allAbsent })
    expect(nextLookMs(all, lookPlan, () => 0) - 1_000).toBe(40 * minuteMs)
  })

  it('proves an absence only at its end, half an hour after the attempt', () => {
    const verdicts = [0, 1, 2, 3, 4, 5].map((count) =>
      verdictOf(series({ looks: allAbsent.slice(0, count) }), lookPlan),
    )
    expect(verdicts).toEqual(['open', 'open', 'open', 'open', 'open', 'absent'])
  })

  it('that begins after a restart counts from the attempt, but still takes some minutes of looks', () => {
    const late = { endedBefore: 120 }
    expect(verdictOf(series({ ...late, looks: allAbsent.slice(0, 3) }), lookPlan)).toBe('open')
    expect(verdictOf(series({ ...late, looks: allAbsent.slice(0, 4) }), lookPlan)).toBe('absent')
  })

  it('needs three complete looks; those that could not be made do not count', () => {
    const looks = planned.map((minutes, index) => [minutes, index < 3 ? unavailable : absent] as const)
    expect(verdictOf(series({ looks }), lookPlan)).toBe('undecided')
    expect(verdictOf(series({ looks: [...looks, [40, absent]] }), lookPlan)).toBe('absent')
  })

  it('does not prove an absence by a look that failed', () => {
    const looks = [...allAbsent.slice(0, 4), [30, unavailable] as const]
    expect(verdictOf(series({ looks }), lookPlan)).toBe('undecided')
  })

  it('never proves an absence after one look in doubt, and ends with a person', () => {
    const looks = planned.map((minutes, index) => [minutes, index === 1 ? doubtful : absent] as const)
    expect(verdictOf(series({ looks }), lookPlan)).toBe('over')
  })

  it('is undecided while nothing can be seen, and over after a day', () => {
    const looks = planned.map((minutes) => [minutes, unavailable] as const)
    expect(verdictOf(series({ looks }), lookPlan)).toBe('undecided')
    expect(verdictOf(series({ looks: [...looks, [24 * 60, unavailable]] }), lookPlan)).toBe('over')
  })

  it.each([1_440, -1_440])('is not hurried or stalled by a clock that is set by %d minutes', (jump) => {
    const hurried = series({ looks: allAbsent.slice(0, 4), jump })
    expect(verdictOf(hurried, lookPlan)).toBe('open')
    expect(verdictOf(series({ looks: allAbsent, jump }), lookPlan)).toBe('absent')
  })

  it('does not trust an attempt that ended in the future', () => {
    const ahead = { endedBefore: -1_440 }
    expect(verdictOf(series({ ...ahead, looks: allAbsent.slice(0, 4) }), lookPlan)).toBe('open')
    expect(verdictOf(series({ ...ahead, looks: allAbsent }), lookPlan)).toBe('absent')
  })

  it('leaves its looks as evidence, with their times and without more than a dozen', () => {
    const looks = Array.from({ length: 30 }, (_, index) => [index, absent] as const)
    const evidence = lookEvidence(series({ looks }))
    expect(evidence).toHaveLength(12)
    expect(evidence.at(-1)).toEqual({
      answer: 'absent',
      entryCount: 3,
      atMs: 1_700_000_000_000 + 29 * minuteMs,
    })
  })
})
