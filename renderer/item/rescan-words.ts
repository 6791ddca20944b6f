import type { Item } from '../../electron/shared/records.ts'
import { messages } from '../messages/current.ts'

/** Where the slip of a requested re-scan lies, in words; one that could not be written follows at the next start. */
export function slipWords(item: Item): string {
  const text = messages.item.decision
  return item.rescanSlip === null ? text.slipFollows : text.slipAt(item.rescanSlip)
}
