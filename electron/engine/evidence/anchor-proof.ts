import type { Anchor, LedgerFault } from '../../shared/records.ts'
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
      const what = present === null ? 'is not there any more' : 'has another hash: the history was made anew'
      const day = new Date(atMs).toISOString()
      faults.push({
        seq,
        itemId: null,
        words: `Event ${String(seq)}, which was anchored on ${day}, ${what}.`,
      })
    }
  }
  return { proven, faults }
}
