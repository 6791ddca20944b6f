import type { Said, Sentence, Told } from './sentences/told.ts'
import type { ErrorCode, Failure } from './error-codes.ts'
import type { FileFamilyId } from './file-families.ts'
import type { Finding } from './finding-codes.ts'
import type { ItemState } from './item-states.ts'
import type { Repair } from './repair.ts'
import type { Priority } from './settings/folder.ts'
import type { Fields, RecordedReading } from './readings.ts'

/** One content (SHA-256) at one path at one time. Times are epoch milliseconds. */
export interface Item {
  readonly id: number
  /** Counts the changes of this row; a decision names the revision it was made on. */
  readonly revision: number
  readonly folderId: string
  /** Relative to the watched folder, with `/` between segments, exactly as the file system spells it. */
  readonly path: string
  /** The last segment of `path`. */
  readonly name: string
  readonly sizeBytes: number
  readonly modifiedAtMs: number
  readonly firstSeenAtMs: number
  readonly changedAtMs: number
  readonly state: ItemState
  /** `index`: a table or a sidecar that describes scans; it is read and never sent. */
  readonly role: 'scan' | 'index'
  readonly sha256: string | null
  readonly family: FileFamilyId | null
  readonly entityId: string | null
  readonly mediaType: string | null
  /** Further values; they travel as custom data. */
  readonly fields: Fields
  /** Who gave entity and media type: a naming rule, an index file or a person. */
  readonly readBy: 'rule' | 'index' | 'person' | null
  readonly ruleId: string | null
  readonly ruleVersion: number | null
  /** How rule or index came to the values; kept as it was when a person corrects them. */
  readonly reading: RecordedReading | null
  /** What the item waits for while it is `identified`. */
  readonly waitsFor: WaitsFor | null
  /** Until when it waits; in any state, when it is to be looked at again. */
  readonly waitsUntilMs: number | null
  /** The rejected item that this one is the new scan of. */
  readonly rescanOf: number | null
  /** Where the slip that asks for a new scan lies, relative to the watched folder. */
  readonly rescanSlip: string | null
  readonly findings: readonly Finding[]
  /** Why it was rejected, ignored, set aside or uploaded in spite of a finding. */
  readonly reason: string | null
  /** A reason that Intray gave itself, as data. */
  readonly reasonSaid: Said | null
  readonly lastFailure: Failure | null
  /** Attempts that were counted against the allowed number. */
  readonly attemptCount: number
  readonly nextAttemptAtMs: number | null
  readonly uploadedAtMs: number | null
  /** Asked for by a person: before, or after, what its folder says. */
  readonly priority: Priority | null
  /** Where the file went after its upload: a path of the archive, or `trash`. Null while it lies where it was. */
  readonly archivedTo: string | null
  /** True for a row that was made anew from folders and endpoint after the ledger had been damaged. */
  readonly reconstructed: boolean
  /** Approved, and not sent before this time, in which it can be taken back; null where nothing holds it. */
  readonly sendsAfterMs: number | null
  /** Who agreed first, where two persons must; null before, and after the item was approved or changed. */
  readonly firstApproval: { readonly by: string; readonly atMs: number } | null
  /** The smaller form that is sent in place of the original. */
  readonly repair: Repair | null
  /** The item whose pages were split, this file being one of them. */
  readonly splitFrom: number | null
  /** When its personal values were erased by the retention policy; `path` and `name` are placeholders then. */
  readonly erasedAtMs: number | null
}

/** A value that items have, for completion. */
export interface KnownValue {
  readonly value: string
  readonly count: number
  readonly lastUsedAtMs: number
}

/** Why items are held, and how many for the same reason. */
export interface ItemCause {
  readonly kind: 'finding' | 'failure' | 'missing' | 'unknown_outcome' | 'other'
  /** The finding's or the failure's code; else the kind. */
  readonly code: string
  readonly count: number
  /** The query that finds just these. */
  readonly query: string
}

/** Who decides at this window. */
export interface OperatorState {
  /** Null while a PIN is needed and nobody has given one. */
  readonly operator: string | null
  readonly needsPin: boolean
  /** Who may sign in. */
  readonly names: readonly string[]
}

/** The chain's head at one time, as it was written to the anchor file. */
export interface Anchor {
  readonly ledgerId: string
  readonly seq: number
  readonly hash: string
  readonly atMs: number
}

/** What the retention policy erases, and what it has to leave. */
export interface ErasureAccount {
  /** Items that are older than the policy says and are erased, or would be. */
  readonly itemCount: number
  /** Old items whose file still lies in its folder: erased, they would be taken in again. */
  readonly keptPresent: number
  /** The oldest day that stays. */
  readonly untilDay: string
}

/** What became of files that were dragged onto the window. */
export interface DropResult {
  readonly copied: readonly string[]
  readonly refused: readonly ({ readonly name: string } & Told)[]
}

export const waitsFor = ['index_row', 'other_side'] as const
export type WaitsFor = (typeof waitsFor)[number]

/** What the endpoint said when it was asked for an entity. */
export interface EntityCheck {
  readonly entityId: string
  readonly result: 'known' | 'unknown' | 'placeholder'
  readonly checkedAtMs: number
}

/** One row of an index file, or one sidecar. */
export interface IndexRow {
  readonly id: number
  readonly folderId: string
  /** Of the index file, relative to the watched folder. */
  readonly indexPath: string
  /** As an editor counts: the first line of the file is 1. */
  readonly rowNumber: number
  /** The file that the row names, as it was written. */
  readonly file: string
  readonly entityId: string | null
  readonly mediaType: string | null
  readonly side: 'front' | 'back' | null
  readonly fields: Fields
  /** Why the row cannot be used; null for a good one. */
  readonly problem: Sentence | null
  readonly firstSeenAtMs: number
  /** The scan that it describes; null while none came. */
  readonly itemId: number | null
}

/** How an index file was read and how far its rows found their scans. */
export interface IndexFile {
  readonly itemId: number
  readonly folderId: string
  readonly path: string
  readonly kind: 'table' | 'sidecar'
  /** As detected, or as set. */
  readonly encoding: string
  readonly delimiter: string | null
  /** What each column was taken for, by its heading. */
  readonly columns: Readonly<Record<string, string>>
  readonly readAtMs: number
  readonly rowCount: number
  readonly matchedCount: number
  readonly waitingCount: number
  readonly overdueCount: number
  readonly malformedCount: number
}

/** One try to send an item. Written before its first byte is sent, and settled afterwards. */
export interface Attempt {
  readonly id: number
  readonly itemId: number
  /** 1 for the item's first attempt. */
  readonly number: number
  readonly startedAtMs: number
  readonly finishedAtMs: number | null
  readonly durationMs: number | null
  readonly url: string
  readonly bodyForm: 'multipart' | 'json'
  /** The unique name under which the endpoint stores the file. */
  readonly sentName: string
  readonly entityId: string
  readonly mediaType: string
  /** The further values that were sent. */
  readonly fields: Fields
  readonly sha256: string
  readonly sizeBytes: number
  readonly outcome: 'in_flight' | 'accepted' | ErrorCode
  readonly httpStatus: number | null
  /** The endpoint's own `error_code` and `message`, as far as it gave them. */
  readonly answerCode: string | null
  readonly answerMessage: string | null
  /** The id by which the endpoint's side can find the request, where it named one. */
  readonly requestId: string | null
}

/** What the audit chain records. `data` differs by kind and is shown as it is. */
export const auditKinds = [
  'ledger.created',
  'item.seen',
  'item.settling',
  'item.identified',
  'item.corrected',
  'item.approved',
  'item.rejected',
  'item.rescan_requested',
  'item.rescan_slip',
  'item.reopened',
  'item.moved',
  'item.missing',
  'item.returned',
  'item.superseded',
  'item.ignored',
  'attempt.started',
  'attempt.settled',
  'outcome.settled',
  'uploads.paused',
  'uploads.resumed',
  'settings.changed',
  'rules.changed',
  'item.prioritised',
  'item.archived',
  'item.reconstructed',
  'ledger.restored',
  'item.undone',
  'item.first_approved',
  'item.repaired',
  'item.repair_discarded',
  'item.split',
  'item.page_removed',
  'item.erased',
  'ledger.anchored',
  'evidence.exported',
  'operator.signed_in',
  'operator.signed_out',
  'key.stored',
  'key.forgotten',
] as const

export type AuditKind = (typeof auditKinds)[number]

export interface AuditEvent {
  readonly seq: number
  readonly atMs: number
  /** `engine`, or the person who decided. */
  readonly actor: string
  readonly kind: AuditKind
  readonly itemId: number | null
  /** Empty where the retention policy erased it; its hash stays in the chain. */
  readonly data: Readonly<Record<string, unknown>>
  readonly dataHash: string
  readonly hash: string
  readonly isErased: boolean
}

/** What became of the files of one folder that were first seen on one day, in the computer's own time. */
export interface AccountDay {
  readonly folderId: string
  /** `2026-11-23` */
  readonly day: string
  readonly seen: number
  readonly uploaded: number
  /** On their way: from `seen` to `retry_wait`. */
  readonly waiting: number
  /** In Problems, unknown outcomes among them. */
  readonly attention: number
  readonly rejected: number
  /** Replaced by newer content under the same name, or ignored. */
  readonly ignored: number
  readonly missing: number
}

/** Files that are not taken, by the reason. */
export interface IgnoredReason {
  readonly folderId: string
  readonly reason: string
  /** The reason as data, where it is a sentence of Intray's own. */
  readonly said: Said | null
  readonly count: number
}

export interface FolderAccount {
  /** Newest day first. */
  readonly days: readonly AccountDay[]
  readonly ignored: readonly IgnoredReason[]
}

/** A copy of the ledger from which it can be restored. */
export interface LedgerBackup {
  readonly name: string
  readonly madeAtMs: number
  readonly sizeBytes: number
  readonly kind: 'daily' | 'migration'
}

export interface ItemDetail {
  readonly item: Item
  /** Where the file is, for people. The window cannot open it by itself. */
  readonly folderPath: string
  readonly attempts: readonly Attempt[]
  readonly events: readonly AuditEvent[]
  /** Other items with the same content, newest first, at most 20. */
  readonly sameContent: readonly Item[]
  /** The rejected item that this one replaces, and new scans of this one. */
  readonly rescans: readonly Item[]
  /** What the endpoint last said about the entity; null when it was not asked. */
  readonly entityCheck: EntityCheck | null
}

export interface ItemPage {
  readonly items: readonly Item[]
  /** Give it back to get the next page; null on the last one. A page with fewer items than asked for is not the last one. */
  readonly nextCursor: string | null
  /**
   * Set where looking further took too long for one answer: the time of the items that were looked at last. Null too where
   * the list is not in the order of a time.
   */
  readonly reachedMs: number | null
}
