import type { CallInput } from '../../electron/shared/contract.ts'
import type { Finding } from '../../electron/shared/finding-codes.ts'
import type { Item } from '../../electron/shared/records.ts'
import { drafts } from './drafts.svelte.ts'
import { refusals } from './refusals.svelte.ts'
import { findingsSetAside } from './set-aside.ts'

/** What names the item and the form of it that a decision is made on. */
export function decisionOn(item: Item): { itemId: number; revision: number } {
  return { itemId: item.id, revision: item.revision }
}

/** An approval of an item as it was typed, in the form in which it is sent. */
export function approvalOf(item: Item, reason: string | undefined): CallInput<'review.approve'> {
  return { ...decisionOn(item), ...drafts.changesOf(item), ...(reason !== undefined && { reason }) }
}

/** The findings that approving the item as it was typed would set aside. */
export function setAsideBy(item: Item): Finding[] {
  return findingsSetAside(item, drafts.changesOf(item))
}

/** True when the approval needs a reason: something is set aside, or the engine refused it without one. */
export function needsReason(item: Item): boolean {
  return setAsideBy(item).length > 0 || refusals.of(item) !== ''
}
