import { findingCatalogue } from '../../shared/finding-codes.ts'
import type { Finding } from '../../shared/finding-codes.ts'
import { itemStateLabels } from '../../shared/item-states.ts'
import type { RecordedReading } from '../../shared/readings.ts'
import type { Item } from '../../shared/records.ts'

/** The columns of an exported item, in their order. Names and order are kept: other programs read them. */
export const itemColumns: readonly (readonly [string, (item: Item) => string | number | null])[] = [
  ['item', (item) => item.id],
  ['state', (item) => item.state],
  ['state_words', (item) => itemStateLabels[item.state]],
  ['folder', (item) => item.folderId],
  ['path', (item) => item.path],
  ['entity_id', (item) => item.entityId],
  ['media_type', (item) => item.mediaType],
  ['read_by', (item) => item.readBy],
  ['rule', (item) => item.ruleId],
  ['type', (item) => item.family],
  ['size_bytes', (item) => item.sizeBytes],
  ['sha256', (item) => item.sha256],
  ['modified_at', (item) => isoTime(item.modifiedAtMs)],
  ['first_seen_at', (item) => isoTime(item.firstSeenAtMs)],
  ['changed_at', (item) => isoTime(item.changedAtMs)],
  ['uploaded_at', (item) => isoTime(item.uploadedAtMs)],
  ['attempts', (item) => item.attemptCount],
  ['findings', (item) => item.findings.map(findingWords).join(' | ')],
  ['reason', (item) => item.reason],
  ['failure', (item) => item.lastFailure?.code ?? null],
  ['failure_detail', (item) => item.lastFailure?.detail ?? null],
  ['role', (item) => item.role],
  ['fields', (item) => (Object.keys(item.fields).length === 0 ? null : JSON.stringify(item.fields))],
  ['rule_version', (item) => item.ruleVersion],
  ['rules_version', (item) => item.reading?.setVersion ?? null],
  ['index', (item) => (item.reading === null ? null : indexPlace(item.reading))],
  ['rescan_of', (item) => item.rescanOf],
  ['first_approved_by', (item) => item.firstApproval?.by ?? null],
  ['repaired_sha256', (item) => item.repair?.sha256 ?? null],
  ['split_from', (item) => item.splitFrom],
  ['archived_to', (item) => item.archivedTo],
  ['erased_at', (item) => isoTime(item.erasedAtMs)],
]

function findingWords({ code, evidence }: Finding): string {
  return `${findingCatalogue[code].title}. ${evidence}`.trim()
}

/** `index.csv:12`, the file and the line of the row that gave values. */
function indexPlace({ indexPath, indexRow }: RecordedReading): string | null {
  if (indexPath === null) return null
  return indexRow === null ? indexPath : `${indexPath}:${String(indexRow)}`
}

function isoTime(atMs: number | null): string | null {
  return atMs === null ? null : new Date(atMs).toISOString()
}
