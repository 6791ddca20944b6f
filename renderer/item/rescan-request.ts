import type { Item } from '../../electron/shared/records.ts'
import { failureOf } from '../bridge/call-failure.ts'
import { call } from '../bridge/client.ts'
import { messages } from '../messages/current.ts'
import { toasts } from '../state/toasts.svelte.ts'
import { decisionOn } from './approval.ts'

/**
 * Rejects an item and asks its folder for a new scan. Where only the slip could not be written, the item is rejected all
 * the same, and can be taken back as any other: the person is told, and the item is returned.
 * @throws {CallFailure} where the item was not rejected
 */
export async function askForRescan(item: Item, reason: string): Promise<Item> {
  try {
    return await call('review.requestRescan', { ...decisionOn(item), reason })
  } catch (thrown) {
    if (failureOf(thrown).code !== 'rescan_slip_unwritable') throw thrown
    const { item: rejected } = await call('items.get', { itemId: item.id })
    toasts.showFailure(thrown, messages.review.notRescanned(item.name))
    return rejected
  }
}
