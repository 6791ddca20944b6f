import type { ItemState } from '../../shared/item-states.ts'

/** The states in which an item is looked at again once its time has come. */
export const dueStates = [
  'identified',
  'awaiting_review',
  'needs_attention',
] as const satisfies readonly ItemState[]

/** For a WHERE clause: SQLite takes the index of due items only when the clause is the index's own. */
export const inDueState = `state IN (${dueStates.map((state) => `'${state}'`).join(', ')})`
