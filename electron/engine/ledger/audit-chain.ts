import { hash } from 'node:crypto'
import type { AuditKind } from '../../shared/records.ts'
import type { Connection } from './connection.ts'

/** The hash that the first event of every chain builds on. */
export const genesisHash = '0'.repeat(64)

export interface NewAuditEvent {
  readonly atMs: number
  readonly actor: string
  readonly kind: AuditKind
  readonly itemId: number | null
  readonly data: Readonly<Record<string, unknown>>
}

export interface ChainedFields {
  readonly seq: number
  readonly atMs: number
  readonly actor: string
  readonly kind: string
  readonly itemId: number | null
  readonly dataHash: string
}

/**
 * The hash of one event: SHA-256 over the JSON array [previous hash, seq, time, actor, kind, item, hash of data].
 * The data enters by its own hash, so that a verifier can check the chain without seeing personal values.
 */
export function chainHash(previousHash: string, event: ChainedFields): string {
  return sha256(
    JSON.stringify([
      previousHash,
      event.seq,
      event.atMs,
      event.actor,
      event.kind,
      event.itemId,
      event.dataHash,
    ]),
  )
}

export function sha256(text: string): string {
  return hash('sha256', text)
}

export interface AuditChain {
  /** Appends one event. Call it inside the transaction of the change that it records. */
  append(event: NewAuditEvent): void
}

/** The chain of one ledger. Reads the head anew for each event: another process may have appended since. */
export function createAuditChain(connection: Connection): AuditChain {
  const head = connection.prepare<[], { seq: number; hash: string }>(
    'SELECT seq, hash FROM audit_events ORDER BY seq DESC LIMIT 1',
  )
  const insert = connection.prepare(
    'INSERT INTO audit_events (seq, at_ms, actor, kind, item_id, data, data_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  return {
    append(event) {
      const last = head.get()
      const seq = (last?.seq ?? 0) + 1
      const data = JSON.stringify(event.data)
      const dataHash = sha256(data)
      const hash = chainHash(last?.hash ?? genesisHash, { ...event, seq, dataHash })
      insert.run(seq, event.atMs, event.actor, event.kind, event.itemId, data, dataHash, hash)
    },
  }
}
