import type { ItemState } from '../../shared/item-states.ts'
import type { Fields } from '../../shared/readings.ts'
import type { Item } from '../../shared/records.ts'
import { readStep } from './connection.ts'
import type { Connection } from './connection.ts'
import { toFields } from './item-record.ts'

/** A scan's name with what was read from it: as much as trying rules on many of them needs. */
export interface LedgerName {
  readonly itemId: number
  readonly folderId: string
  /** As the file system spells it. */
  readonly path: string
  readonly state: ItemState
  /** True while new rules would read it again. */
  readonly waiting: boolean
  /** True where an upload or a person has confirmed the values. */
  readonly confirmed: boolean
  readonly entityId: string | null
  readonly mediaType: string | null
  readonly fields: Fields
  readonly readBy: Item['readBy']
  readonly ruleId: string | null
}

export interface NameQueries {
  /** Names of scans that wait, in the order in which they were seen, beginning after that item. */
  waitingNames(afterId: number, limit: number): Promise<LedgerName[]>
  /** Names of scans that were approved or sent, those that changed last first. */
  decidedNames(limit: number): Promise<LedgerName[]>
}

const waitingStates = [
  'identified',
  'needs_attention',
  'awaiting_review',
] as const satisfies readonly ItemState[]
const decidedStates = [
  'approved',
  'uploading',
  'retry_wait',
  'uploaded',
  'failed',
  'outcome_unknown',
] as const satisfies readonly ItemState[]

interface NameRow {
  readonly id: number
  readonly folder_id: string
  readonly path: string
  readonly state: ItemState
  readonly confirmed: 0 | 1
  readonly entity_id: string | null
  readonly media_type: string | null
  readonly fields: string
  readonly read_by: Item['readBy']
  readonly rule_id: string | null
}

const columns = 'id, folder_id, path, state, entity_id, media_type, fields, read_by, rule_id'

/** One ordered, limited branch for each state: each walks its index and stops early. */
const waitingIn = (state: ItemState) =>
  `SELECT * FROM (SELECT ${columns}, read_by IS 'person' AS confirmed FROM items
   WHERE state = '${state}' AND id > @afterId AND role = 'scan' ORDER BY id LIMIT @limit)`

const decidedIn = (state: ItemState) =>
  `SELECT * FROM (SELECT ${columns}, changed_at_ms FROM items
   WHERE state = '${state}' AND role = 'scan' ORDER BY changed_at_ms DESC LIMIT @limit)`

/** Only a person's decision is an event of this kind; what goes without review is approved as it is identified. */
const approvedByPerson = `EXISTS (SELECT 1 FROM audit_events WHERE item_id = id AND kind = 'item.approved')`

/** The names on which rules are tried. */
export function createNameQueries(connection: Connection): NameQueries {
  const waiting = connection.prepare<[{ afterId: number; limit: number }], NameRow>(
    `${waitingStates.map(waitingIn).join(' UNION ALL ')} ORDER BY id LIMIT @limit`,
  )
  const decided = connection.prepare<[{ limit: number }], NameRow>(
    `SELECT ${columns}, state = 'uploaded' OR read_by IS 'person' OR ${approvedByPerson} AS confirmed FROM (
       ${decidedStates.map(decidedIn).join(' UNION ALL ')} ORDER BY changed_at_ms DESC LIMIT @limit)
     ORDER BY changed_at_ms DESC`,
  )
  return {
    waitingNames: (afterId, limit) =>
      readStep(connection, () => waiting.all({ afterId, limit }).map((row) => toName(row, true))),
    decidedNames: (limit) =>
      readStep(connection, () => decided.all({ limit }).map((row) => toName(row, false))),
  }
}

function toName(row: NameRow, waiting: boolean): LedgerName {
  return {
    itemId: row.id,
    folderId: row.folder_id,
    path: row.path,
    state: row.state,
    waiting,
    confirmed: row.confirmed === 1,
    entityId: row.entity_id,
    mediaType: row.media_type,
    fields: toFields(row.fields),
    readBy: row.read_by,
    ruleId: row.rule_id,
  }
}
