import { createHash } from 'node:crypto'
import { closeSync, openSync, writeSync } from 'node:fs'
import { chainHash, genesisHash, sha256 } from '../../electron/engine/ledger/audit-chain.ts'
import { attemptDigest, itemDigest } from '../../electron/engine/ledger/row-digest.ts'

const atMs = 1_700_000_000_000
const bytesAtATime = 1024 * 1024

export interface LongBundle {
  /** Which of the items says something else than its event; none where it is left out. */
  readonly alteredItemId?: number
}

/**
 * Writes a sealed bundle of many items, each with an attempt, and with a true chain. Returns the count of its events.
 */
export function writeLongBundle(path: string, itemCount: number, { alteredItemId }: LongBundle = {}): number {
  const file = openSync(path, 'w')
  const seal = createHash('sha256')
  let gathered = ''
  const flush = (): void => {
    seal.update(gathered, 'utf8')
    writeSync(file, gathered)
    gathered = ''
  }
  const write = (line: object): void => {
    gathered += `${JSON.stringify(line)}\n`
    if (gathered.length >= bytesAtATime) flush()
  }

  const { manifest, itemRow, attemptRow } = partsOf(alteredItemId)
  write(manifest)
  for (let id = 1; id <= itemCount; id += 1) write({ part: 'item', row: itemRow(id) })
  for (let id = 1; id <= itemCount; id += 1) write({ part: 'attempt', row: attemptRow(id) })

  let head = { seq: 0, hash: genesisHash }
  const tell = (kind: string, itemId: number, told: object): void => {
    const data = JSON.stringify(told)
    const event = { seq: head.seq + 1, atMs, actor: 'engine', kind, itemId, dataHash: sha256(data) }
    const hash = chainHash(head.hash, event)
    const previous = head.seq === 0 ? { previousHash: genesisHash } : {}
    write({ part: 'event', ...event, hash, ...previous, data })
    head = { seq: event.seq, hash }
  }
  for (let id = 1; id <= itemCount; id += 1) {
    const { state, revision, folder_id: folderId, path: itemPath, role, entity_id: entityId } = trueRow(id)
    const item = { state, revision, folderId, path: itemPath, role, entityId, mediaType: null, fields: {} }
    const { sent_name: sentName, url } = attemptRow(id)
    const whole = { item: { ...item, sha256: null }, row: itemDigest(trueRow(id)) }
    tell('item.seen', id, whole)
    tell('attempt.started', id, { ...whole, number: 1, sentName, url })
    const settled = { attemptId: id, number: 1, outcome: 'accepted', httpStatus: 200, sentName }
    tell('attempt.settled', id, { ...whole, ...settled, attempt: attemptDigest(attemptRow(id)) })
  }
  flush()
  const counts = { itemCount, attemptCount: itemCount, eventCount: head.seq, anchorCount: 0 }
  const sha256Before = seal.copy().digest('hex')
  write({ part: 'seal', ...counts, headSeq: head.seq, headHash: head.hash, sha256: sha256Before })
  flush()
  closeSync(file)
  return head.seq
}

/** An item as its events tell it. */
function trueRow(id: number) {
  return {
    id,
    revision: 1,
    folder_id: 'inbox',
    path: `${String(id)}.jpg`,
    state: 'uploaded',
    role: 'scan',
    entity_id: `cust-${String(id)}`,
    fields: '{}',
    reconstructed: 0,
  }
}

function partsOf(alteredItemId: number | undefined) {
  return {
    manifest: {
      part: 'manifest',
      kind: 'intray-evidence',
      version: 1,
      ledgerId: 'k7m2qd',
      writtenAtMs: atMs,
      writtenBy: 'ada',
      intrayVersion: '0.0.0',
      selection: { itemIds: [1] },
      howToVerify: [],
    },
    itemRow: (id: number) => (id === alteredItemId ? { ...trueRow(id), entity_id: 'eve' } : trueRow(id)),
    attemptRow: (id: number) => ({
      id,
      item_id: id,
      number: 1,
      started_at_ms: atMs,
      url: 'https://endpoint.test',
      sent_name: `sent-${String(id)}`,
      entity_id: `cust-${String(id)}`,
      fields: '{}',
      outcome: 'accepted',
      http_status: 200,
    }),
  }
}
