import { viewStates } from '../../shared/item-states.ts'
import type { ItemState } from '../../shared/item-states.ts'
import type { ItemCounts } from '../../shared/status.ts'

/** What the shell shows of the work outside of the window. */
export interface ShownCounts {
  readonly review: number
  readonly problems: number
  /** Approved and not yet sent. */
  readonly onTheWay: number
}

const onTheWay: readonly ItemState[] = ['approved', 'uploading', 'retry_wait']

export function shownCounts(counts: ItemCounts): ShownCounts {
  const sum = (states: readonly ItemState[]): number =>
    states.reduce((total, state) => total + counts[state], 0)
  return {
    review: sum(viewStates.review),
    problems: sum(viewStates.problems),
    onTheWay: sum(onTheWay),
  }
}
