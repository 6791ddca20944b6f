import type { Item } from '../../electron/shared/records.ts'
import { liveStatus } from '../state/live-status.svelte.ts'

/** True when the person who decides here has approved the item already, and somebody else must agree. */
export function waitsForSecond(item: Item): boolean {
  const operator = liveStatus.current?.operator ?? ''
  return item.firstApproval !== null && item.firstApproval.by === operator
}
