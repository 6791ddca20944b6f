import { itemStates } from '../../../../electron/shared/item-states.ts'
import type { ItemCounts, LaneStatus, Status } from '../../../../electron/shared/status.ts'

export type StatusPart = Pick<Status, 'ledgerId' | 'counts' | 'lane'>

const noItems = Object.fromEntries(itemStates.map((state) => [state, 0])) as ItemCounts

/** What the shell reads of a status, with these counts and nothing else. */
export function someStatus(
  counts: Partial<ItemCounts>,
  lane: Partial<LaneStatus> = {},
  ledgerId = 'one',
): StatusPart {
  const running = {
    state: 'running',
    failure: null,
    sinceMs: 0,
    slowedUntilMs: null,
    opensAtMs: null,
  } as const
  return { ledgerId, counts: { ...noItems, ...counts }, lane: { ...running, ...lane } }
}
