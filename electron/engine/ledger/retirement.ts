import type { ItemState } from '../../shared/item-states.ts'
import { engineActor } from './item-rows.ts'
import type { ItemRow } from './item-record.ts'
import type { ItemRows } from './item-rows.ts'

/** States in which nobody has looked into the file yet. */
export const unreadStates: ReadonlySet<ItemState> = new Set(['seen', 'settling'])

/** States of a file that waits: it can still change, move or vanish without anything having been sent. */
export const waitingStates: ReadonlySet<ItemState> = new Set([
  ...unreadStates,
  'identified',
  'needs_attention',
  'awaiting_review',
  'approved',
  'retry_wait',
  'failed',
  'ignored',
])

/**
 * Takes an item off its path because other content lies there now. One that was still waiting ends as
 * `superseded`; one that was sent or rejected keeps its state: it tells what happened to the old content.
 */
export function retireItem(rows: ItemRows, row: ItemRow, atMs: number): void {
  rows.change(row, {
    kind: 'item.superseded',
    actor: engineActor,
    atMs,
    ...(waitingStates.has(row.state) ? { to: 'superseded' as const } : {}),
    set: { is_current: 0 },
  })
}
