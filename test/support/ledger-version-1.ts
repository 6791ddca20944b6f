import Database from 'better-sqlite3'
import { createAuditChain } from '../../electron/engine/ledger/audit-chain.ts'
import { schema1 } from '../../electron/engine/ledger/schema-1.ts'
import { contentHash } from './ledger-steps.ts'

/** What an item of version 1 looked like to the audit chain. */
export interface ItemOfVersion1 {
  readonly path: string
  readonly state: string
  readonly readBy: 'rule' | 'person' | null
}

/**
 * Writes a ledger as version 1 of it was: each item has the events that told of it first and last, the first one also
 * an attempt that was settled.
 */
export function writeLedgerOfVersion1(file: string, items: readonly ItemOfVersion1[]): void {
  const database = new Database(file)
  database.pragma('foreign_keys = ON')
  database.exec(schema1)
  database.pragma('user_version = 1')
  const chain = createAuditChain(database)
  database.exec(
    `INSERT INTO ledger_facts VALUES ('ledger_id', 'abc234'); INSERT INTO folders VALUES ('inbox', '/scans')`,
  )
  chain.append({
    kind: 'ledger.created',
    actor: 'engine',
    itemId: null,
    atMs: 1,
    data: { ledgerId: 'abc234' },
  })
  const insert = database.prepare(
    `INSERT INTO items (folder_id, path, read_path, file_key, size_bytes, modified_at_ms, first_seen_at_ms,
       changed_at_ms, state, sha256, family, entity_id, media_type, read_by, rule_id)
     VALUES ('inbox', @path, @path, '1:' || @path, 100, 1000, 1, 2, 'seen', @sha256, 'jpg', 'cust-1',
       'IMAGE_PASSPORT_FRONT', @readBy, 'entity-and-type')`,
  )
  const settle = database.prepare('UPDATE items SET state = ?, revision = 1 WHERE id = ?')
  for (const { path, state, readBy } of items) {
    const sha256 = contentHash(path)
    const itemId = Number(insert.run({ path, readBy, sha256 }).lastInsertRowid)
    settle.run(state, itemId)
    const values = { entityId: 'cust-1', mediaType: 'IMAGE_PASSPORT_FRONT', sha256 }
    const item = { state, revision: 1, folderId: 'inbox', path, ...values }
    const event = { actor: 'engine', itemId, atMs: 2 }
    const seen = { ...item, state: 'seen', revision: 0, entityId: null, mediaType: null, sha256: null }
    chain.append({ ...event, kind: 'item.seen', data: { from: null, item: seen, sizeBytes: 100 } })
    if (itemId === 1) {
      database.exec(
        `INSERT INTO attempts (item_id, number, started_at_ms, url, body_form, sent_name, entity_id, media_type,
           sha256, size_bytes, outcome, http_status)
         VALUES (1, 1, 2, 'u', 'json', 'n', 'cust-1', 'IMAGE_PASSPORT_FRONT', '${sha256}', 100, 'accepted', 200)`,
      )
      const started = { number: 1, sentName: 'n', url: 'u', item }
      const settled = { attemptId: 1, number: 1, sentName: 'n', outcome: 'accepted', httpStatus: 200, item }
      chain.append({ ...event, kind: 'attempt.started', data: started })
      chain.append({ ...event, kind: 'attempt.settled', data: settled })
    } else {
      chain.append({ ...event, kind: 'item.identified', data: { from: 'seen', item } })
    }
  }
  database.close()
}
