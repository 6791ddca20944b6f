import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lookPlan, nextLookMs, verdictOf } from '../../../electron/engine/look-series.ts'
import type { LookSeries } from '../../../electron/engine/look-series.ts'
import { nextDelayMs } from '../../../electron/engine/upload/backoff.ts'
import { scheduleAt } from '../../../electron/engine/upload/schedule.ts'
import { scheduleSchema } from '../../../electron/shared/settings/upload-schedule.ts'
import { startEngineProcess } from '../../support/torture/engine-process.ts'
import { readEndState } from '../../support/torture/end-state.ts'
import { attendOnce, isAtRest, untilStatus } from '../../support/torture/person.ts'
import { amount, repeatWords, seed } from '../../support/torture/proportions.ts'
import { openTorturePlace, scanPath } from '../../support/torture/torture-place.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const numRuns = amount({ short: 200, long: 2_000 })

const schedules = fc
  .record({
    enabled: fc.constant(true),
    from: fc.tuple(fc.nat(23), fc.nat(59)).map(timeOfDay),
    to: fc.tuple(fc.nat(23), fc.nat(59)).map(timeOfDay),
    days: fc.uniqueArray(fc.nat(6), { minLength: 1 }),
  })
  .map((schedule) => scheduleSchema.parse(schedule))
const moments = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2030, 0) })
const zones = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
)

function timeOfDay([hours, minutes]: readonly [number, number]): string {
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

describe('whatever the clock says', { timeout: 120_000 }, () => {
  it('a schedule names a moment at which it opens, and is open then', () => {
    fc.assert(
      fc.property(schedules, moments, zones, (schedule, nowMs, zone) => {
        const now = scheduleAt(schedule, nowMs, zone)
        const { changesAtMs } = now
        expect(changesAtMs).not.toBeNull()
        if (changesAtMs === null) return
        expect(changesAtMs).toBeGreaterThan(nowMs)
        expect(changesAtMs - nowMs).toBeLessThanOrEqual(8 * dayMs + 2 * hourMs)
        if (!now.isOpen) expect(scheduleAt(schedule, changesAtMs, zone).isOpen).toBe(true)
      }),
      { seed, numRuns },
    )
  })

  it('a schedule depends on the moment alone: a clock that jumps and comes back changes nothing', () => {
    fc.assert(
      fc.property(schedules, moments, fc.constantFrom(-dayMs, dayMs), (schedule, nowMs, jumpMs) => {
        const before = scheduleAt(schedule, nowMs)
        scheduleAt(schedule, nowMs + jumpMs)
        expect(scheduleAt(schedule, nowMs)).toEqual(before)
      }),
      { seed, numRuns },
    )
  })

  it('a wait is never longer than the longest one, and never without jitter', () => {
    const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), share, (attempt, random) => {
        const delayMs = nextDelayMs({ attempt, baseMs: 2_000, maxMs: 600_000, random: () => random })
        expect(delayMs).toBeGreaterThanOrEqual(1_000)
        expect(delayMs).toBeLessThanOrEqual(600_000)
      }),
      { seed, numRuns },
    )
  })

  it('a file is not called absent before so much time has really passed, wherever the clock was set', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -2 * dayMs, max: 2 * dayMs }), { minLength: 1, maxLength: 12 }),
        (jumps) => {
          let series: LookSeries = {
            attemptEndedAtMs: 0,
            began: { atMs: 0, monotonicMs: 0 },
            looks: [],
          }
          for (const jumpMs of jumps) {
            const monotonicMs = nextLookMs(series, lookPlan, () => 0)
            const last = series.looks.at(-1)?.monotonicMs ?? 0
            expect(monotonicMs).toBeGreaterThan(last)
            const look = { atMs: monotonicMs + jumpMs, monotonicMs, answer: 'absent', entryCount: 0 } as const
            series = { ...series, looks: [...series.looks, look] }
            if (verdictOf(series, lookPlan) !== 'absent') continue
            // The clock may be off by a minute without anybody having set it.
            expect(monotonicMs).toBeGreaterThanOrEqual(lookPlan.leastAgeMs - 60_000)
            return
          }
        },
      ),
      { seed, numRuns },
    )
  })
})

it.concurrent.each([
  { name: 'a day forward', jumpMs: dayMs },
  { name: 'a day back', jumpMs: -dayMs },
])(
  'a clock that is set $name in the midst of work neither stalls nor repeats anything',
  async ({ jumpMs }) => {
    const place = await openTorturePlace()
    const engine = await startEngineProcess(place)
    try {
      const dropped = new Map<string, string>()
      place.sandbox.faults.chance({
        seed,
        rate: 0.5,
        kinds: [
          { kind: 'refuse', status: 503 },
          { kind: 'refuse', status: 429, retryAfterSeconds: 1 },
          { kind: 'cut_after_storing' },
        ],
      })
      for (let number = 0; number < 24; number += 1) {
        const path = scanPath(number)
        dropped.set(path, place.drop(path, path))
      }
      await untilStatus(engine, ({ counts }) => counts.uploaded >= 4, {
        withinMs: 15_000,
        what: 'work goes on',
      })
      await engine.turnClock(jumpMs)
      place.sandbox.faults.chance(null)
      const requestsBefore = place.sandbox.requests().total
      await untilStatus(engine, (status) => isAtRest(status) && status.counts.uploaded === dropped.size, {
        withinMs: 20_000,
        what: 'everything is uploaded by the new clock',
        whileWaiting: () => attendOnce(engine, place),
      })
      const { problems } = await readEndState(place, dropped)
      expect(problems, repeatWords).toEqual([])
      // An upload and a few looks for each file: no storm.
      expect(place.sandbox.requests().total - requestsBefore).toBeLessThan(dropped.size * 6)
    } finally {
      await engine.stop()
      await place.stop()
    }
  },
  60_000,
)
