import { isBlocked } from '../../shared/finding-codes.ts'
import type { Finding } from '../../shared/finding-codes.ts'
import { itemStates } from '../../shared/item-states.ts'
import type { ItemState } from '../../shared/item-states.ts'
import type { AuditKind } from '../../shared/records.ts'
import type { ItemRow, SettableColumns } from './item-record.ts'
import { asObject } from './stored-event.ts'
import { say } from '../../shared/sentences/say.ts'
import type { Sentence } from '../../shared/sentences/told.ts'

/** How an item becomes what it was before a decision, or why it cannot, in plain words. */
export type ChangeBack =
  | {
      readonly to: ItemState | undefined
      readonly set: SettableColumns
      /** True where the event tells all that was before. */
      readonly isExact: boolean
    }
  | { readonly refused: Sentence }

/** The columns that decisions change. Only these are taken from an event: it is data, and names no other column. */
const decidedColumns: ReadonlySet<string> = new Set([
  'entity_id',
  'media_type',
  'fields',
  'read_by',
  'findings',
  'reason',
  'reason_said',
  'priority',
  'waits_for',
  'waits_until_ms',
  'rescan_state',
  'rescan_slip',
  'attempt_count',
  'next_attempt_at_ms',
  'failure_code',
  'failure_detail',
  'failure_said',
  'uploaded_at_ms',
  'gap_check',
  'sends_after_ms',
  'first_approval_by',
  'first_approval_at_ms',
  'repair',
] satisfies (keyof SettableColumns)[])

/** What takes a decision back. `data` is that of its event. */
export function changeBack(
  row: ItemRow,
  kind: AuditKind,
  data: Readonly<Record<string, unknown>>,
): ChangeBack {
  if (kind === 'item.rescan_requested' && row.rescan_state === 'answered') {
    return { refused: say('new_scan_came') }
  }
  const told = data['restores']
  if (told === undefined) return backFromOlder(row, kind)
  const { state, ...columns } = asObject(told)
  const to = itemStates.find((one) => one === state)
  const isKnown = Object.keys(columns).every((column) => decidedColumns.has(column))
  if (!isKnown || (state !== undefined && to === undefined)) return { refused: say('story_unreadable') }
  // The slip came after the request, whose event does not tell of it.
  const slip: SettableColumns = kind === 'item.rescan_requested' ? { rescan_slip: null } : {}
  // Written by this room alone, out of a row; SQLite checks types and values once more.
  return { to, set: { ...slip, ...(columns as SettableColumns) }, isExact: true }
}

/** Events of earlier versions do not tell what was before: such an item is looked at once more, with its values. */
function backFromOlder(row: ItemRow, kind: AuditKind): ChangeBack {
  const isApproval = kind === 'item.approved' && row.state === 'approved'
  const isRejection =
    (kind === 'item.rejected' || kind === 'item.rescan_requested') && row.state === 'rejected'
  if (!isApproval && !isRejection) return { refused: say('decision_is_final') }
  // Written by this room alone, from typed findings.
  const findings = JSON.parse(row.findings) as Finding[]
  return {
    to: isBlocked(findings) ? 'needs_attention' : 'awaiting_review',
    set: isRejection ? { reason: null, rescan_state: null } : {},
    isExact: false,
  }
}
