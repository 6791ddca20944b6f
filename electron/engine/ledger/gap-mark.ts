import { inEnglishAlone } from '../../shared/finding-codes.ts'
import type { Finding } from '../../shared/finding-codes.ts'
import type { ItemState } from '../../shared/item-states.ts'
import type { Connection } from './connection.ts'
import type { GapCheck, ItemRow } from './item-record.ts'

/** The fact that tells of the last restore, as JSON, and the facts that tell which folders were compared since. */
export const restoredFact = 'restored'
export const gapClosedFact = (folderId: string): string => `gap_closed:${folderId}`

export interface GapMark {
  readonly gapCheck: 'open' | null
  readonly reconstructed: 0 | 1
}

/**
 * What a new row is marked with: until a folder was once compared in full after a restore, whatever is found in it
 * may have been sent by the lost part of the ledger. A file that is older than the restore gets its row anew.
 */
export function createGapMark(connection: Connection): (folderId: string, modifiedAtMs: number) => GapMark {
  const open = connection.prepare<[string, string], { at_ms: number }>(
    `SELECT value ->> '$.atMs' AS at_ms FROM ledger_facts
     WHERE name = ? AND NOT EXISTS (SELECT 1 FROM ledger_facts WHERE name = ?)`,
  )
  return (folderId, modifiedAtMs) => {
    const restored = open.get(restoredFact, gapClosedFact(folderId))
    if (restored === undefined) return { gapCheck: null, reconstructed: 0 }
    return { gapCheck: 'open', reconstructed: modifiedAtMs <= restored.at_ms ? 1 : 0 }
  }
}

/** What a decision or a reading wants of an item. */
export interface Wanted {
  readonly to: ItemState | undefined
  readonly entityId: string | null
  readonly byPerson: boolean
  /** False where a reading found other values or findings than those that an approval was about. */
  readonly asBefore: boolean
}

/** What it gets. */
export interface Granted {
  readonly to: ItemState | undefined
  readonly gapCheck: GapCheck | null
}

/**
 * Keeps what a lost part of the ledger may have sent from being sent again: an approval is kept and takes effect
 * once the endpoint was asked and does not have it. Where it cannot say, a person's approval holds at once, for then
 * the person has the facts in view. Another entity is another place to look.
 */
export function grant(row: Pick<ItemRow, 'gap_check' | 'entity_id'>, wanted: Wanted): Granted {
  const { to } = wanted
  if (row.gap_check === null || to === 'uploaded') return { to, gapCheck: null }
  const sameEntity = wanted.entityId === row.entity_id
  if (row.gap_check === 'asked') {
    if (sameEntity) return { to, gapCheck: 'asked' }
  } else if (row.gap_check === 'held' && sameEntity) {
    if (wanted.byPerson) return { to, gapCheck: to === 'approved' ? 'asked' : 'held' }
    const holds = to === 'approved' || to === 'awaiting_review'
    return { to: holds ? 'needs_attention' : to, gapCheck: 'held' }
  }
  if (to === 'approved') return { to: 'awaiting_review', gapCheck: 'approved' }
  const keeps = row.gap_check === 'approved' && wanted.asBefore && sameEntity && to === 'awaiting_review'
  return { to, gapCheck: keeps ? 'approved' : 'open' }
}

/** `grant` for a new reading: after a restore nothing goes out by itself that the lost part may have sent. */
export function grantReading(
  row: Pick<ItemRow, 'gap_check' | 'entity_id' | 'media_type' | 'findings'>,
  reading: Readonly<{
    entityId: string | null
    mediaType: string | null
    findings: readonly Finding[]
    route: ItemState
  }>,
  sameContent: boolean,
): { readonly to: ItemState; readonly gapCheck: GapCheck | null } {
  const { entityId, mediaType, findings, route } = reading
  const asBefore = sameContent && row.media_type === mediaType && areSame(row.findings, findings)
  const granted = grant(row, { to: route, entityId, byPerson: false, asBefore })
  return { to: granted.to ?? route, gapCheck: granted.gapCheck }
}

/** What an older Intray found has no sentences as data, and is the same all the same. */
function areSame(kept: string, findings: readonly Finding[]): boolean {
  // Written by this room alone, from typed findings.
  const before = inEnglishAlone(JSON.parse(kept) as Finding[])
  return JSON.stringify(before) === JSON.stringify(inEnglishAlone(findings))
}
