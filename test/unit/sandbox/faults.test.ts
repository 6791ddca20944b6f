import { describe, expect, it } from 'vitest'
import type { FaultChanceInput } from '../../../electron/engine/sandbox/fault.ts'
import { createFaultPlan } from '../../../electron/engine/sandbox/faults.ts'

const put = { method: 'PUT', entityId: 'a' }

describe('the script of faults', () => {
  it('strikes in order, each once', () => {
    const plan = createFaultPlan()
    plan.next([{ kind: 'hang' }, { kind: 'cut_after_storing' }])
    plan.next([{ kind: 'junk' }])
    const kinds = [1, 2, 3, 4].map(() => plan.take(put)?.kind)
    expect(kinds).toEqual(['hang', 'cut_after_storing', 'junk', undefined])
  })

  it('counts towards an nth request also those that another fault strikes', () => {
    const plan = createFaultPlan()
    plan.next([{ kind: 'hang' }, { kind: 'junk', match: { nth: 2 } }])
    expect([plan.take(put)?.kind, plan.take(put)?.kind]).toEqual(['hang', 'junk'])
  })

  it('keeps a fault whose turn came while another one struck', () => {
    const plan = createFaultPlan()
    plan.next([{ kind: 'hang', times: 2 }, { kind: 'junk' }])
    expect([1, 2, 3, 4].map(() => plan.take(put)?.kind)).toEqual(['hang', 'hang', 'junk', undefined])
  })

  it('aims at an entity and a method', () => {
    const plan = createFaultPlan()
    plan.next([{ kind: 'hang', match: { entityId: 'b', method: 'GET' } }])
    expect(plan.take({ method: 'GET', entityId: 'a' })).toBeNull()
    expect(plan.take({ method: 'PUT', entityId: 'b' })).toBeNull()
    expect(plan.take({ method: 'GET', entityId: null })).toBeNull()
    expect(plan.take({ method: 'GET', entityId: 'b' })?.kind).toBe('hang')
  })

  it('takes all of a list of faults or, where one is wrong, none', () => {
    const plan = createFaultPlan()
    expect(() => plan.next([{ kind: 'hang' }, { kind: 'cut_while_reading', afterBytes: 0 }])).toThrow()
    expect(plan.waiting()).toBe(0)
  })
})

describe('faults by chance', () => {
  it('strike never with rate 0, always with rate 1, and every kind in time', () => {
    const plan = createFaultPlan()
    const kinds: FaultChanceInput['kinds'] = ['hang', 'junk', { kind: 'delay', delayMs: 5 }]
    plan.chance({ seed: 3, rate: 0, kinds })
    const take50 = (): unknown[] => Array.from({ length: 50 }, () => plan.take(put)?.kind)
    expect(new Set(take50())).toEqual(new Set([undefined]))
    plan.chance({ seed: 3, rate: 1, kinds })
    expect(new Set(take50())).toEqual(new Set(['hang', 'junk', 'delay']))
  })
})
