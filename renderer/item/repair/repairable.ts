import type { FileFamilyId } from '../../../electron/shared/file-families.ts'
import type { ItemState } from '../../../electron/shared/item-states.ts'
import type { Item } from '../../../electron/shared/records.ts'
import type { RepairPolicy } from '../../../electron/shared/settings/folder.ts'

const families: ReadonlySet<FileFamilyId | null> = new Set(['jpg', 'png', 'tiff', 'gif', 'raw'])

/** The states in which it can still be decided which form is sent. */
const undecided: ReadonlySet<ItemState> = new Set([
  'identified',
  'needs_attention',
  'awaiting_review',
  'approved',
  'retry_wait',
  'failed',
])

/** Whether a smaller form of the item can be proposed, or one was accepted. */
export function offersRepair(item: Item, policy: RepairPolicy): boolean {
  if (!undecided.has(item.state) || !families.has(item.family)) return false
  if (item.repair !== null) return true
  return policy !== 'off' && item.findings.some(({ code }) => code === 'too_large')
}
