import type { Anchor, LedgerFault } from '../../shared/records.ts'
import { say } from '../../shared/sentences/say.ts'
import type { Ledger } from '../ledger/ledger.ts'

export interface AnchorProof {
  /** Anchors of this ledger that lie on its chain. */
  readonly proven: number
  readonly faults: readonly LedgerFault[]
}

/**
 * Holds anchors from outside against the chain. A history that was made anew proves itself link by link, but it has
 * other hashes than the anchors that were written before.
 */
export async function proveAnchors(
  ledger: Pick<Ledger, 'id' | 'hashOf'>,
  anchors: readonly Anchor[],
): Promise<AnchorProof> {
  const faults: LedgerFault[] = []
  let proven = 0
  for (const { ledgerId, seq, hash, atMs } of anchors) {
    if (ledgerId !== ledger.id) continue
    const present = await ledger.hashOf(seq)
    if (present === hash) proven += 1
    else {
      const code = present === null ? 'anchored_event_gone' : 'anchored_event_differs'
      faults.push({ seq, itemId: null, ...say(code, { seq, at: new Date(atMs).toISOString() }) })
    }
  }
  return { proven, faults }
}
