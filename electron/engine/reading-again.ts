import { createHash } from 'node:crypto'
import type { FolderSettings, Settings } from '../shared/settings.ts'
import type { Identifier } from './identification.ts'
import type { Ledger } from './ledger/ledger.ts'

const fact = 'rules_in_force'
const pageSize = 200

/**
 * Reads the names of waiting items again when the naming rules changed since they were last read. What a person
 * corrected and what is decided stays. Returns the items that changed.
 */
export async function readWaitingAgain(
  ledger: Ledger,
  identifier: Identifier,
  settings: Settings,
  folders: readonly FolderSettings[],
  now: () => number,
): Promise<number[]> {
  const rules = JSON.stringify([settings.rules, settings.mediaTypeAliases])
  const mark = createHash('sha256').update(rules).digest('hex')
  if ((await ledger.readFact(fact)) === mark) return []
  const changed: number[] = []
  let cursor: string | undefined
  do {
    const page = await ledger.list({
      states: ['needs_attention', 'awaiting_review'],
      text: '',
      order: 'oldest_first',
      cursor,
      limit: pageSize,
    })
    const readings = []
    for (const item of page.items) {
      const policy = folders.find(({ id }) => id === item.folderId)?.policy
      if (policy === undefined || item.sha256 === null || item.readBy === 'person') continue
      const reading = await identifier.readAgain(item, policy)
      const same =
        reading.entityId === item.entityId &&
        reading.mediaType === item.mediaType &&
        reading.ruleId === item.ruleId &&
        JSON.stringify(reading.findings) === JSON.stringify(item.findings)
      if (!same) readings.push({ ...reading, itemId: item.id, revision: item.revision })
    }
    changed.push(...(await ledger.recordReadAgain(readings, now())))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  await ledger.writeFact(fact, mark)
  return changed
}
