import type { Item } from '../../electron/shared/records.ts'
import { messages } from '../messages/current.ts'

/** Where the slip of a requested re-scan lies, in words. It may be written a moment after the decision. */
export function slipWords(item: Item): string {
  const text = messages.item.decision
  return item.rescanSlip === null ? text.slipFollows : text.slipAt(item.rescanSlip)
}
