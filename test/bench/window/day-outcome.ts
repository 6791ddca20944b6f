import { deepStrictEqual } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { parse } from 'node:path'
import type { LedgerRows } from './ledger-rows.ts'
import type { DayScan } from './mixed-day.ts'

/** What the documents of the day are, by what stands in their names, or is typed for those without a name. */
const mediaTypes: Readonly<Record<string, string>> = {
  dl_back: 'IMAGE_DRIVERS_LICENSE_BACK',
  dl_front: 'IMAGE_DRIVERS_LICENSE_FRONT',
  id_front: 'IMAGE_ID_CARD_FRONT',
  letter: 'LETTER',
  liveness: 'LIVENESS_VIDEO',
  passport: 'IMAGE_PASSPORT_FRONT',
  profile: 'IMAGE_PROFILE_PICTURE',
  proof_of_address: 'PROOF_OF_ADDRESS',
  selfie: 'IMAGE_FACE_IMAGE',
  signature: 'SIGNATURE',
  statement: 'STATEMENT',
}

/** What every scan came to: its content as it was laid, where it went and in which form, or why it stayed. */
const outcomes = `
SELECT path || ' ' || sha256 || ': '
  || CASE WHEN rescan_state IS NOT NULL THEN 'asked for again' WHEN reason IS NOT NULL THEN state || ' with a reason' ELSE state END
  || coalesce((SELECT group_concat(' to ' || attempts.entity_id || ' as ' || attempts.media_type || CASE attempts.sha256
       WHEN items.sha256 THEN '' WHEN repair ->> '$.sha256' THEN ' in a smaller form' ELSE ' with another content' END)
     FROM attempts WHERE item_id = items.id AND outcome = 'accepted'), '')
FROM items WHERE state != 'ignored'`

/** Throws where the ledger tells anything else of the scans than what was laid and what the person meant. */
export function checkOutcome(rows: LedgerRows, scans: readonly DayScan[]): void {
  const told = rows.values(outcomes).map(String).sort()
  deepStrictEqual(told, scans.map(wanted).sort())
}

function wanted(scan: DayScan): string {
  const sha256 = createHash('sha256').update(scan.bytes).digest('hex')
  return `${scan.name} ${sha256}: ${outcomeOf(scan)}`
}

function outcomeOf({ name, intent }: DayScan): string {
  const [entityId = '', ...words] = parse(name).name.split('_')
  const sent = (): string => `uploaded to ${entityId} as ${mediaTypeOf(words.join('_'))}`
  switch (intent.kind) {
    case 'approve':
    case 'approve_faint':
      return sent()
    case 'send_smaller':
      return `${sent()} in a smaller form`
    case 'name':
      return `uploaded to ${intent.entityId} as ${mediaTypeOf(intent.mediaType.replaceAll(' ', '_'))}`
    case 'request_rescan':
      return 'asked for again'
    case 'reject':
      return 'rejected with a reason'
  }
}

function mediaTypeOf(words: string): string {
  const mediaType = mediaTypes[words]
  if (mediaType === undefined) throw new Error(`What is ${words}?`)
  return mediaType
}
