import { describe, expect, it } from 'vitest'
import { refuseDecision } from '../../../electron/engine/review/deciding.ts'
import type { PersonsDecision } from '../../../electron/shared/sentences/decision-sentences.ts'
import { IntrayError } from '../../../electron/shared/error-codes.ts'
import { canTransition, itemStates } from '../../../electron/shared/item-states.ts'
import type { ItemState } from '../../../electron/shared/item-states.ts'

function refusalOf(
  decision: PersonsDecision,
  state: ItemState,
  role: 'scan' | 'index' = 'scan',
): string | null {
  try {
    refuseDecision(decision, { role, state })
    return null
  } catch (error) {
    if (error instanceof IntrayError && error.code === 'transition_refused') return error.detail
    throw error
  }
}

const possibleStates = (decision: PersonsDecision, role?: 'scan' | 'index'): ItemState[] =>
  itemStates.filter((state) => refusalOf(decision, state, role) === null)

describe('what a person may decide', () => {
  it.each<[PersonsDecision, ItemState[]]>([
    ['approve', ['identified', 'needs_attention', 'awaiting_review', 'failed']],
    ['correct', ['identified', 'needs_attention', 'awaiting_review', 'approved', 'retry_wait', 'failed']],
    [
      'reject',
      [
        'identified',
        'needs_attention',
        'awaiting_review',
        'approved',
        'retry_wait',
        'failed',
        'outcome_unknown',
        'missing',
      ],
    ],
    [
      'request_rescan',
      ['identified', 'needs_attention', 'awaiting_review', 'approved', 'retry_wait', 'failed', 'missing'],
    ],
    [
      'look_up_entity',
      ['identified', 'needs_attention', 'awaiting_review', 'approved', 'retry_wait', 'failed'],
    ],
    ['reopen', ['rejected']],
    ['retry', ['retry_wait', 'failed']],
    ['settle', ['outcome_unknown']],
  ])('to %s: from %j', (decision, states) => {
    expect(possibleStates(decision)).toEqual(states)
  })

  it.each<[PersonsDecision, ItemState]>([
    ['approve', 'approved'],
    ['reject', 'rejected'],
    ['request_rescan', 'rejected'],
    ['correct', 'needs_attention'],
    ['correct', 'awaiting_review'],
    ['reopen', 'needs_attention'],
    ['reopen', 'awaiting_review'],
    ['retry', 'approved'],
  ])('to %s leads to %s, where an item may go', (decision, target) => {
    const stuck = possibleStates(decision).filter(
      (state) => state !== target && !canTransition(state, target),
    )
    expect(stuck).toEqual([])
  })

  it('says in which state it is not possible', () => {
    expect(refusalOf('approve', 'uploaded')).toBe('It is “Uploaded”; to approve it is not possible now.')
    expect(refusalOf('request_rescan', 'outcome_unknown')).toBe(
      'It is “Outcome unknown”; to ask for a new scan is not possible now.',
    )
  })
})

describe('an index file', () => {
  it.each<[PersonsDecision, ItemState]>([
    ['approve', 'needs_attention'],
    ['correct', 'needs_attention'],
    ['request_rescan', 'needs_attention'],
    ['look_up_entity', 'needs_attention'],
    ['retry', 'failed'],
    ['settle', 'outcome_unknown'],
  ])('is not there to %s', (decision, state) => {
    expect(refusalOf(decision, state, 'index')).toBe(
      'It is an index file, which is read and never sent. It can be rejected or reopened.',
    )
    expect(possibleStates(decision, 'index')).toEqual([])
  })

  it('can be rejected and reopened', () => {
    expect(refusalOf('reject', 'needs_attention', 'index')).toBeNull()
    expect(refusalOf('reopen', 'rejected', 'index')).toBeNull()
    expect(refusalOf('reject', 'ignored', 'index')).toMatch(/^It is “Ignored”/)
  })
})
