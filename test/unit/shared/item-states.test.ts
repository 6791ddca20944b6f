import { describe, expect, it } from 'vitest'
import {
  canTransition,
  itemStates,
  itemTransitions,
  viewStates,
} from '../../../electron/shared/item-states.ts'
import type { ItemState } from '../../../electron/shared/item-states.ts'

/** Every state that can follow from one, by any number of steps. */
function reachableFrom(start: ItemState): Set<ItemState> {
  const reached = new Set<ItemState>([start])
  for (const state of reached) for (const next of itemTransitions[state]) reached.add(next)
  return reached
}

describe('the life of an item', () => {
  it('reaches every state from the first one', () => {
    expect(reachableFrom('seen')).toEqual(new Set(itemStates))
  })

  it('never goes from sending straight back to sending', () => {
    expect(canTransition('uploading', 'uploading')).toBe(false)
    expect(canTransition('outcome_unknown', 'uploading')).toBe(false)
    expect(canTransition('outcome_unknown', 'retry_wait')).toBe(false)
  })

  it('ends at uploaded and superseded', () => {
    expect(itemTransitions.uploaded).toEqual([])
    expect(itemTransitions.superseded).toEqual([])
  })

  it.each(itemStates.filter((state) => !['uploaded', 'superseded'].includes(state)))(
    'has a way out of %s',
    (state) => {
      expect(itemTransitions[state].length).toBeGreaterThan(0)
    },
  )

  it('shows every state that needs a person in Review or Problems', () => {
    const shown: readonly ItemState[] = [...viewStates.review, ...viewStates.problems]
    for (const state of [
      'awaiting_review',
      'needs_attention',
      'failed',
      'outcome_unknown',
      'missing',
    ] as const) {
      expect(shown).toContain(state)
    }
  })
})
