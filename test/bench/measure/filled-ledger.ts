import { createHash } from 'node:crypto'
import type { IdentifiedFile } from '../../../electron/engine/ledger/identification-steps.ts'
import type { Ledger } from '../../../electron/engine/ledger/ledger.ts'

const batchSize = 1_000
const folderId = 'inbox'
const firstSeenAtMs = Date.UTC(2024, 0, 1)

/** Stands in the path of one item alone, the one in the middle. */
export const rareWord = 'xqzimmer'

const kinds = [
  { alias: 'passport', mediaType: 'IMAGE_PASSPORT_FRONT' },
  { alias: 'id_front', mediaType: 'IMAGE_ID_CARD_FRONT' },
  { alias: 'letter', mediaType: 'LETTER' },
] as const

const routes = ['awaiting_review', 'approved', 'awaiting_review', 'needs_attention', 'approved'] as const

/** Takes `itemCount` files in, by the same steps and in batches as intake does. */
export async function fillLedger(ledger: Ledger, itemCount: number): Promise<void> {
  await ledger.recordFolder(folderId, '/scans')
  for (let from = 0; from < itemCount; from += batchSize) {
    const length = Math.min(batchSize, itemCount - from)
    const files = Array.from({ length }, (_, offset) => fileOf(from + offset, itemCount))
    const atMs = firstSeenAtMs + from * 1_000
    const listed = files.map((file) => ({ ...file, ignoredBecause: null, waitsBecause: null }))
    await ledger.recordListed(folderId, listed, atMs)
    await ledger.recordIdentified(folderId, files, atMs + 500)
  }
}

function fileOf(index: number, itemCount: number): IdentifiedFile {
  const kind = kinds[index % kinds.length] ?? kinds[0]
  const entityId = `cust-${100_000 + Math.floor(index / 3)}`
  const mark = index === Math.floor(itemCount / 2) ? `_${rareWord}` : ''
  return {
    path: `station-${index % 20}/batch-${Math.floor(index / 200)}/${entityId}_${kind.alias}${mark}.jpg`,
    fileKey: `1:${index}`,
    sizeBytes: 150_000 + index,
    modifiedAtMs: firstSeenAtMs + index,
    sha256: createHash('sha256').update(String(index)).digest('hex'),
    family: 'jpg',
    entityId,
    mediaType: kind.mediaType,
    readBy: 'rule',
    ruleId: 'entity-and-type',
    role: 'scan',
    ignoredBecause: null,
    fields: {},
    ruleVersion: 1,
    reading: null,
    waitsFor: null,
    waitsUntilMs: null,
    rescanOf: null,
    findings: [],
    route: routes[index % routes.length] ?? routes[0],
  }
}
