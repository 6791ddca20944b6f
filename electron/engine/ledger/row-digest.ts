import type { AttemptRow } from './attempt-record.ts'
import { sha256 } from './audit-chain.ts'
import type { ItemRow } from './item-record.ts'

/**
 * The columns of an item that change with an event only. Not among them: time stamp and key of the file, which a copy
 * changes and which say nothing of its content, and columns that time or other items change.
 */
const itemColumns = [
  'id',
  'revision',
  'folder_id',
  'path',
  'read_path',
  'is_current',
  'size_bytes',
  'first_seen_at_ms',
  'changed_at_ms',
  'state',
  'role',
  'sha256',
  'family',
  'entity_id',
  'media_type',
  'fields',
  'read_by',
  'rule_id',
  'rule_version',
  'reading',
  'waits_for',
  'waits_until_ms',
  'rescan_of',
  'rescan_slip',
  'findings',
  'reason',
  'failure_code',
  'failure_detail',
  'attempt_count',
  'next_attempt_at_ms',
  'uploaded_at_ms',
  'replaces',
  'priority',
  'archived_to',
  'reconstructed',
  'first_approval_by',
  'first_approval_at_ms',
  'repair',
  'split_from',
  'erased_at_ms',
  'reason_said',
  'failure_said',
] as const satisfies readonly (keyof ItemRow)[]

const attemptColumns = [
  'id',
  'item_id',
  'number',
  'started_at_ms',
  'finished_at_ms',
  'duration_ms',
  'url',
  'body_form',
  'sent_name',
  'entity_id',
  'media_type',
  'fields',
  'sha256',
  'size_bytes',
  'outcome',
  'http_status',
  'answer_code',
  'answer_message',
  'request_id',
] as const satisfies readonly (keyof AttemptRow)[]

/** A row of which nothing is known. */
export const emptyItemColumns: Readonly<Record<string, null>> = Object.fromEntries(
  itemColumns.map((column) => [column, null]),
)

type Cell = string | number | null
type RowOf<Column extends string> = Readonly<Record<Column, Cell>>

/** The columns of an item that its events tell by their digest, without the empty ones. */
export function toldItemColumns(row: ItemRow): Readonly<Record<string, Cell>> {
  return Object.fromEntries(filled(itemColumns, row))
}

/** The same for an attempt. */
export function toldAttemptColumns(row: AttemptRow): Readonly<Record<string, Cell>> {
  return Object.fromEntries(filled(attemptColumns, row))
}

/** What an event tells of the whole row of its item, so that no column of it can be altered unnoticed. */
export function itemDigest(row: Partial<RowOf<(typeof itemColumns)[number]>>): string {
  return sha256(JSON.stringify(filled(itemColumns, row)))
}

/** The same for an attempt. */
export function attemptDigest(row: Partial<RowOf<(typeof attemptColumns)[number]>>): string {
  return sha256(JSON.stringify(filled(attemptColumns, row)))
}

/** Empty columns are left out: one that a later version adds changes no digest of before. */
function filled<Column extends string>(
  columns: readonly Column[],
  row: Partial<RowOf<Column>>,
): (readonly [Column, Cell])[] {
  return columns.flatMap((column) => {
    const value = row[column] ?? null
    return value === null ? [] : [[column, value] as const]
  })
}
