import type { LedgerFault } from '../../shared/ledger-proof.ts'
import { say } from '../../shared/sentences/say.ts'
import type { Connection } from './connection.ts'
import { asNumber, parseObject } from './stored-event.ts'
import type { StoredEvent } from './stored-event.ts'

const dayMs = 86_400_000

/**
 * Whether an erasure came late enough: `atMs` is its time, `lastChangeAtMs` that of the item's last event before it,
 * `afterDays` what its event says of the policy.
 */
export function isErasureAllowed(atMs: number, lastChangeAtMs: number, afterDays: unknown): boolean {
  return typeof afterDays === 'number' && atMs - lastChangeAtMs >= afterDays * dayMs
}

/** Accepts erased data only where an erasure of the item follows, and an erasure only where the policy allowed it. */
export function createErasureVerification(
  connection: Connection,
  report: (fault: LedgerFault) => void,
): (event: StoredEvent) => void {
  const following = connection.prepare<[number | null, number], { seq: number }>(
    `SELECT seq FROM audit_events WHERE item_id = ? AND kind = 'item.erased' AND seq > ? LIMIT 1`,
  )
  const before = connection.prepare<[number | null, number], { at_ms: number }>(
    'SELECT at_ms FROM audit_events WHERE item_id = ? AND seq < ? ORDER BY seq DESC LIMIT 1',
  )
  return (event) => {
    const { seq, item_id: itemId } = event
    if (event.erased === 1 && (event.data !== '{}' || following.get(itemId, seq) === undefined)) {
      report({ seq, itemId, ...say('event_data_taken', { seq }) })
    }
    if (event.kind !== 'item.erased') return
    const last = before.get(itemId, seq)?.at_ms ?? Infinity
    if (!isErasureAllowed(event.at_ms, last, asNumber(parseObject(event.data)['afterDays']))) {
      report({ seq, itemId, ...say('event_erased_early', { seq }) })
    }
  }
}
