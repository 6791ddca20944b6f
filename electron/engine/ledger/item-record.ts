import type { ErrorCode } from '../../shared/error-codes.ts'
import type { FileFamilyId } from '../../shared/file-families.ts'
import type { Finding } from '../../shared/finding-codes.ts'
import type { ItemState } from '../../shared/item-states.ts'
import type { Fields, RecordedReading } from '../../shared/readings.ts'
import type { Item } from '../../shared/records.ts'
import type { Repair } from '../../shared/repair.ts'
import type { Priority } from '../../shared/settings/folder.ts'

import { toFailure, toSaid } from './told-columns.ts'

/** How far it is known whether a lost part of the ledger sent the item. */
export type GapCheck = 'open' | 'approved' | 'held' | 'asked'

/** A row of `items` as SQLite returns it. The CHECKs of the schema guard the narrow types. */
export interface ItemRow {
  readonly id: number
  readonly revision: number
  readonly folder_id: string
  readonly path: string
  readonly read_path: string | null
  readonly is_current: 0 | 1
  readonly file_key: string
  readonly size_bytes: number
  readonly modified_at_ms: number
  readonly first_seen_at_ms: number
  readonly changed_at_ms: number
  readonly state: ItemState
  readonly role: Item['role']
  readonly sha256: string | null
  readonly family: FileFamilyId | null
  readonly entity_id: string | null
  readonly media_type: string | null
  readonly fields: string
  readonly read_by: Item['readBy']
  readonly rule_id: string | null
  readonly rule_version: number | null
  readonly reading: string | null
  readonly waits_for: Item['waitsFor']
  readonly waits_until_ms: number | null
  readonly rescan_of: number | null
  readonly rescan_slip: string | null
  readonly rescan_state: 'asked' | 'slip_written' | 'answered' | null
  readonly findings: string
  readonly reason: string | null
  readonly reason_said: string | null
  readonly failure_code: ErrorCode | null
  readonly failure_detail: string | null
  readonly failure_said: string | null
  readonly attempt_count: number
  readonly next_attempt_at_ms: number | null
  readonly uploaded_at_ms: number | null
  readonly replaces: number | null
  readonly priority: -1 | 0 | 1 | null
  readonly archived_to: string | null
  readonly reconstructed: 0 | 1
  readonly gap_check: GapCheck | null
  readonly sends_after_ms: number | null
  readonly first_approval_by: string | null
  readonly first_approval_at_ms: number | null
  readonly repair: string | null
  readonly split_from: number | null
  readonly erased_at_ms: number | null
}

/** The columns that a change may set; the others follow from the change itself. */
export type SettableColumns = Partial<
  Omit<ItemRow, 'id' | 'revision' | 'folder_id' | 'first_seen_at_ms' | 'changed_at_ms' | 'state'>
>

export function toItem(row: ItemRow): Item {
  return {
    id: row.id,
    revision: row.revision,
    folderId: row.folder_id,
    path: row.path,
    name: row.path.slice(row.path.lastIndexOf('/') + 1),
    sizeBytes: row.size_bytes,
    modifiedAtMs: row.modified_at_ms,
    firstSeenAtMs: row.first_seen_at_ms,
    changedAtMs: row.changed_at_ms,
    state: row.state,
    role: row.role,
    sha256: row.sha256,
    family: row.family,
    entityId: row.entity_id,
    mediaType: row.media_type,
    fields: toFields(row.fields),
    readBy: row.read_by,
    ruleId: row.rule_id,
    ruleVersion: row.rule_version,
    // Written by this room alone, from a typed reading.
    reading: row.reading === null ? null : (JSON.parse(row.reading) as RecordedReading),
    waitsFor: row.waits_for,
    waitsUntilMs: row.waits_until_ms,
    rescanOf: row.rescan_of,
    rescanSlip: row.rescan_slip,
    // Written by this room alone, from typed findings.
    findings: JSON.parse(row.findings) as Finding[],
    reason: row.reason,
    reasonSaid: row.reason_said === null ? null : toSaid(row.reason_said),
    lastFailure: toFailure(row),
    attemptCount: row.attempt_count,
    nextAttemptAtMs: row.next_attempt_at_ms,
    uploadedAtMs: row.uploaded_at_ms,
    priority: row.priority === null ? null : priorityOfRank[row.priority],
    archivedTo: row.archived_to,
    reconstructed: row.reconstructed === 1,
    sendsAfterMs: row.sends_after_ms,
    firstApproval:
      row.first_approval_by === null || row.first_approval_at_ms === null
        ? null
        : { by: row.first_approval_by, atMs: row.first_approval_at_ms },
    repair: row.repair === null ? null : toRepair(row.repair),
    splitFrom: row.split_from,
    erasedAtMs: row.erased_at_ms,
  }
}

const priorityOfRank = { [-1]: 'low', 0: 'normal', 1: 'high' } as const

/** A priority as a column holds it; the higher one goes out first. */
export const rankOfPriority = { low: -1, normal: 0, high: 1 } as const satisfies Record<Priority, number>

/** A repair as a column holds it. */
export function toRepair(text: string): Repair {
  // Written by this room alone, from a typed repair.
  return JSON.parse(text) as Repair
}

/** Further values as a column holds them. */
export function toFields(text: string): Fields {
  // Written by this room alone, as an object of texts.
  return JSON.parse(text) as Fields
}

/**
 * What identifies an item and its state, as every event of the chain tells it. What seldom differs from
 * `untoldIdentity` is told only where it does.
 */
export function identityOf(row: ItemRow): Readonly<Record<string, string | number | null | Fields | Repair>> {
  return {
    state: row.state,
    revision: row.revision,
    folderId: row.folder_id,
    path: row.path,
    role: row.role,
    entityId: row.entity_id,
    mediaType: row.media_type,
    fields: toFields(row.fields),
    sha256: row.sha256,
    ...(row.priority === null ? {} : { priority: row.priority }),
    ...(row.archived_to === null ? {} : { archivedTo: row.archived_to }),
    ...(row.reconstructed === 0 ? {} : { reconstructed: row.reconstructed }),
    // Both hashes: that of the original above, and that of the form that is sent in its place.
    ...(row.repair === null ? {} : { repair: toRepair(row.repair) }),
    ...(row.split_from === null ? {} : { splitFrom: row.split_from }),
    ...(row.erased_at_ms === null ? {} : { erasedAtMs: row.erased_at_ms }),
  }
}

/**
 * What an item has where its last event does not tell it. Events of a ledger of version 1 tell neither `role` nor
 * `fields`: that version knew neither, and its migration gave every item these.
 */
export const untoldIdentity: Readonly<Record<string, string | number | null | Fields>> = {
  role: 'scan',
  fields: {},
  priority: null,
  archivedTo: null,
  reconstructed: 0,
  repair: null,
  splitFrom: null,
  erasedAtMs: null,
}
