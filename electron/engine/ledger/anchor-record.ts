import type { Anchor } from '../../shared/records.ts'
import { asNumber, parseObject } from './stored-event.ts'
import type { StoredEvent } from './stored-event.ts'

/** The anchor that an event of kind `ledger.anchored` tells of. */
export function anchorOf(ledgerId: string): (event: StoredEvent) => Anchor {
  return ({ data, at_ms: atMs }) => {
    const told = parseObject(data)
    return { ledgerId, seq: asNumber(told['seq']), hash: String(told['hash']), atMs }
  }
}
