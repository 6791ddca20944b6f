import type { ItemState } from '../../shared/item-states.ts'

/** The states that wait for a person, which are shown by entity or by folder. */
export const queueStates = [
  'needs_attention',
  'awaiting_review',
  'failed',
  'outcome_unknown',
  'missing',
] as const satisfies readonly ItemState[]

/** For a WHERE clause: SQLite takes the indexes of the queue only when the clause is the index's own. */
export const inQueueState = `state IN (${queueStates.map((state) => `'${state}'`).join(', ')})`
