import { describe, expect, it } from 'vitest'
import { createLaneGate } from '../../../electron/engine/lane-gate.ts'
import type { AttemptEnd } from '../../../electron/engine/settlement.ts'
import type { ScheduleState } from '../../../electron/engine/upload/schedule.ts'

function gateFixture() {
  const clock = { nowMs: 1_000 }
  let schedule: ScheduleState = { isOpen: true, changesAtMs: null }
  const slowed: number[] = []
  const pacer = {
    turn: () => Promise.resolve(0),
    slowUntil: (atMs: number) => void slowed.push(atMs),
    noteAnswer: () => undefined,
    setRate: () => undefined,
    slowedUntilMs: () => null,
    requestsPerSecond: () => 1,
  }
  const gate = createLaneGate({
    pacer,
    paused: false,
    schedule: () => schedule,
    now: () => clock.nowMs,
    random: () => 0.5,
    onChanged: () => undefined,
  })
  const note = (outcome: AttemptEnd['outcome'], retryAfterMs: number | null = null) => {
    gate.note({
      outcome,
      httpStatus: null,
      answerCode: null,
      answerMessage: null,
      retryAfterMs,
      durationMs: 1,
      detail: '',
    })
  }
  const setSchedule = (next: ScheduleState) => {
    schedule = next
    gate.followSchedule()
  }
  return { gate, note, clock, slowed, setSchedule }
}

describe('the gate of the lane', () => {
  it('closes for a while when the endpoint cannot be reached, and then lets one probe out', () => {
    const { gate, note, clock } = gateFixture()
    note('connection_failed')
    expect(gate.isOpen()).toBe(false)
    expect(gate.status()).toMatchObject({ state: 'running', failure: { code: 'connection_failed' } })
    clock.nowMs = gate.changesAtMs()
    expect(gate.isOpen()).toBe(true)
    expect(gate.allowance()).toBe(1)
    note('accepted')
    expect(gate.allowance()).toBe(Infinity)
    expect(gate.status().failure).toBeNull()
  })

  it('takes three lost answers in a row for an outage, not one', () => {
    const { gate, note } = gateFixture()
    note('no_answer')
    note('no_answer')
    expect(gate.isOpen()).toBe(true)
    note('no_answer')
    expect(gate.isOpen()).toBe(false)
  })

  it('does not take refused files for an outage', () => {
    const { gate, note } = gateFixture()
    for (let count = 0; count < 10; count += 1) note('entity_unknown')
    expect(gate.isOpen()).toBe(true)
  })

  it('stays closed after a refused key until the key changes', () => {
    const { gate, note, clock } = gateFixture()
    note('key_refused')
    clock.nowMs += 86_400_000
    expect(gate.status()).toMatchObject({ state: 'stopped', failure: { code: 'key_refused' } })
    gate.release(true)
    expect(gate.isOpen()).toBe(true)
  })

  it('does not open for a new key when something else stopped it', () => {
    const { gate, note } = gateFixture()
    note('tls_failed')
    gate.release(true)
    expect(gate.isOpen()).toBe(false)
    gate.release(false)
    expect(gate.isOpen()).toBe(true)
  })

  it('passes on for how long the endpoint asks to slow down', () => {
    const { note, slowed } = gateFixture()
    note('rate_limited', 4_000)
    expect(slowed).toEqual([5_000])
  })

  it('says since when an outage lasts: since its first trouble, whatever a person does in between', () => {
    const { gate, note, clock } = gateFixture()
    const trouble = () => {
      clock.nowMs += 1_000
      note('no_answer')
    }
    trouble()
    const firstAtMs = clock.nowMs
    trouble()
    expect(gate.status()).toMatchObject({ failure: null, sinceMs: 1_000 })
    trouble()
    expect(gate.status()).toMatchObject({ failure: { code: 'no_answer' }, sinceMs: firstAtMs })
    clock.nowMs += 60_000
    gate.setPaused(true)
    expect(gate.status()).toMatchObject({ state: 'paused_by_person', sinceMs: clock.nowMs })
    clock.nowMs += 60_000
    gate.setPaused(false)
    gate.release(false)
    trouble()
    expect(gate.status()).toMatchObject({ failure: { code: 'no_answer' }, sinceMs: firstAtMs })
    clock.nowMs += 60_000
    note('accepted')
    expect(gate.status()).toMatchObject({ state: 'running', failure: null, sinceMs: clock.nowMs })
  })

  it('is not told that an outage is over by what never left this computer', () => {
    const { gate, note } = gateFixture()
    note('connection_failed')
    for (const code of ['file_missing', 'content_changed', 'file_unreadable'] as const) note(code)
    expect(gate.status().failure?.code).toBe('connection_failed')
    expect(gate.allowance()).toBe(1)
  })

  it('probes less and less often, and never less than once in a minute', () => {
    const { gate, note, clock } = gateFixture()
    const waits = Array.from({ length: 12 }, () => {
      note('connection_failed')
      const waitMs = gate.changesAtMs() - clock.nowMs
      clock.nowMs += waitMs
      return waitMs
    })
    expect(waits.slice(0, 4)).toEqual([750, 1_250, 2_250, 4_250])
    expect(Math.max(...waits)).toBeLessThanOrEqual(60_000)
    expect(waits.at(-1)).toBeGreaterThan(25_000)
  })

  it.each([-86_400_000, 86_400_000])(
    'does not stall when the clock jumps by %d ms in an outage',
    (jumpMs) => {
      const { gate, note, clock } = gateFixture()
      clock.nowMs = 1_700_000_000_000
      note('connection_failed')
      expect(gate.isOpen()).toBe(false)
      clock.nowMs += jumpMs
      expect(gate.isOpen()).toBe(true)
      expect(gate.allowance()).toBe(1)
    },
  )

  it('opens and closes by the schedule, and says when it opens', () => {
    const { gate, clock, setSchedule } = gateFixture()
    clock.nowMs = 5_000
    setSchedule({ isOpen: false, changesAtMs: 9_000 })
    expect(gate.isOpen()).toBe(false)
    expect(gate.status()).toMatchObject({ state: 'scheduled', opensAtMs: 9_000, sinceMs: 5_000 })
    expect(gate.changesAtMs()).toBe(9_000)
    clock.nowMs = 9_000
    setSchedule({ isOpen: true, changesAtMs: 20_000 })
    expect(gate.isOpen()).toBe(true)
    expect(gate.status()).toMatchObject({ state: 'running', opensAtMs: null, sinceMs: 9_000 })
  })

  it('keeps the schedule when a person resumes', () => {
    const { gate, setSchedule } = gateFixture()
    setSchedule({ isOpen: false, changesAtMs: 9_000 })
    gate.setPaused(true)
    expect(gate.status()).toMatchObject({ state: 'paused_by_person', opensAtMs: null })
    gate.setPaused(false)
    gate.release(false)
    expect(gate.isOpen()).toBe(false)
    expect(gate.status().state).toBe('scheduled')
  })
})
