import { describe, expect, it } from 'vitest'
import { createLaneGate } from '../../../electron/engine/lane-gate.ts'
import type { AttemptEnd } from '../../../electron/engine/settlement.ts'

function gateFixture() {
  const clock = { nowMs: 1_000 }
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
  return { gate, note, clock, slowed }
}

describe('the gate of the lane', () => {
  it('closes for a while when the endpoint cannot be reached, and then lets one probe out', () => {
    const { gate, note, clock } = gateFixture()
    note('connection_failed')
    expect(gate.isOpen()).toBe(false)
    expect(gate.status()).toMatchObject({ state: 'running', failure: { code: 'connection_failed' } })
    clock.nowMs = gate.holdUntilMs()
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
})
