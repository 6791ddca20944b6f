import type { Item } from '../../electron/shared/records.ts'
import { messages } from '../messages/current.ts'

/** What the file is by its content, for people. */
export function fileTypeLabel(item: Item): string {
  return item.family === null ? messages.item.facts.typeUnknown : messages.families[item.family]
}
