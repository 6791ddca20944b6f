import { canTransition } from '../../shared/item-states.ts'
import type { ItemState } from '../../shared/item-states.ts'

export interface Way {
  readonly via?: ItemState
  readonly to?: ItemState
}

/** States that a new reading may pass through on its way. */
const passable = ['awaiting_review', 'needs_attention'] as const satisfies readonly ItemState[]

/**
 * How an item gets from its state to the one that a new reading asks for, within one step: an approved item, for
 * one, goes back to review before it waits for its other side. Empty where it is there already.
 */
export function wayTo(from: ItemState, to: ItemState): Way {
  if (from === to) return {}
  if (canTransition(from, to)) return { to }
  const via = passable.find((state) => canTransition(from, state) && canTransition(state, to))
  return via === undefined ? { to } : { via, to }
}
