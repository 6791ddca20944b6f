import type { Anchor } from '../../shared/records.ts'
import { anchorOf } from './anchor-record.ts'
import type { AuditChain } from './audit-chain.ts'
import { readStep, writeStep } from './connection.ts'
import type { Connection } from './connection.ts'
import { engineActor } from './item-rows.ts'
import { parseObject } from './stored-event.ts'
import type { StoredEvent } from './stored-event.ts'

/** A restore, as the history tells of it. */
export interface RestoreTold {
  /** The event that tells of it. */
  readonly seq: number
  /** The last event that was kept: what followed it once is lost. */
  readonly keptSeq: number
  readonly atMs: number
}

export interface AnchorSteps {
  /** The head of the chain, as an anchor of this moment. */
  readHead(atMs: number): Promise<Anchor>
  /** Records an anchor that stands in the anchor file. */
  recordAnchor(anchor: Anchor): Promise<void>
  /** Every anchor that was written, the newest first; at most `limit`. */
  listAnchors(limit: number): Promise<Anchor[]>
  /** The last anchor, and whether anything but its own event happened since; null where there is none. */
  lastAnchor(): Promise<{ readonly anchor: Anchor; readonly isCurrent: boolean } | null>
  /** Every restore from a backup, the oldest first. */
  listRestores(): Promise<RestoreTold[]>
  /** The hash of an event; null where there is no such event. */
  hashOf(seq: number): Promise<string | null>
}

/** The steps by which the chain's head is written outside of the ledger. */
export function createAnchorSteps(connection: Connection, chain: AuditChain, ledgerId: string): AnchorSteps {
  const head = connection.prepare<[], { seq: number; hash: string }>(
    'SELECT seq, hash FROM audit_events ORDER BY seq DESC LIMIT 1',
  )
  const anchors = connection.prepare<[number], StoredEvent>(
    `SELECT * FROM audit_events WHERE kind = 'ledger.anchored' ORDER BY seq DESC LIMIT ?`,
  )
  const hash = connection.prepare<[number], { hash: string }>('SELECT hash FROM audit_events WHERE seq = ?')
  const restores = connection.prepare<[], StoredEvent>(
    `SELECT * FROM audit_events WHERE kind = 'ledger.restored' ORDER BY seq`,
  )
  // The restore's own events come right after the last one that was kept.
  const kept = connection.prepare<[number, string], { seq: number }>(
    'SELECT seq FROM audit_events WHERE seq < ? AND hash = ? ORDER BY seq DESC LIMIT 1',
  )
  return {
    readHead: (atMs) =>
      readStep(connection, () => {
        const last = head.get()
        return { ledgerId, seq: last?.seq ?? 0, hash: last?.hash ?? '', atMs }
      }),
    recordAnchor: ({ seq, hash: anchored, atMs }) =>
      writeStep(connection, () => {
        chain.append({
          kind: 'ledger.anchored',
          actor: engineActor,
          itemId: null,
          atMs,
          data: { seq, hash: anchored },
        })
      }),
    listAnchors: (limit) => readStep(connection, () => anchors.all(limit).map(anchorOf(ledgerId))),
    lastAnchor: () =>
      readStep(connection, () => {
        const last = anchors.get(1)
        if (last === undefined) return null
        return { anchor: anchorOf(ledgerId)(last), isCurrent: head.get()?.seq === last.seq }
      }),
    listRestores: () =>
      readStep(connection, () =>
        restores.all().map(({ seq, at_ms: atMs, data }) => {
          const { headHash } = parseObject(data)
          return { seq, atMs, keptSeq: kept.get(seq, String(headHash))?.seq ?? seq }
        }),
      ),
    hashOf: (seq) => readStep(connection, () => hash.get(seq)?.hash ?? null),
  }
}
