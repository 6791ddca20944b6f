import type { Anchor, LedgerFault } from '../../shared/records.ts'
import { say } from '../../shared/sentences/say.ts'
import type { Ledger } from '../ledger/ledger.ts'

export interface AnchorProof {
  /** Anchors of this ledger that lie on its chain. */
  readonly proven: number
  readonly faults: readonly LedgerFault[]
}

/** Thirty years of daily anchors. */
const anchorsCompared = 10_000

/**
 * Holds anchors from outside against the chain. A history that was made anew proves itself link by link, but it has
 * other hashes than the anchors that were written before. And holds them against the anchors that the ledger remembers
 * since the first of them: a line that is missing was taken out of their file.
 */
export async function proveAnchors(
  ledger: Pick<Ledger, 'id' | 'hashOf' | 'listAnchors'>,
  anchors: readonly Anchor[],
): Promise<AnchorProof> {
  const faults: LedgerFault[] = []
  const own = anchors.filter(({ ledgerId }) => ledgerId === ledger.id)
  let proven = 0
  for (const { seq, hash, atMs } of own) {
    const present = await ledger.hashOf(seq)
    if (present === hash) proven += 1
    else {
      const code = present === null ? 'anchored_event_gone' : 'anchored_event_differs'
      faults.push({ seq, itemId: null, ...say(code, { seq, at: new Date(atMs).toISOString() }) })
    }
  }
  const standing = new Set(own.map(({ seq }) => seq))
  const firstSeq = own.reduce((least, { seq }) => Math.min(least, seq), Infinity)
  for (const { seq, atMs } of await ledger.listAnchors(anchorsCompared)) {
    if (seq <= firstSeq || standing.has(seq)) continue
    faults.push({ seq, itemId: null, ...say('anchor_line_gone', { seq, at: new Date(atMs).toISOString() }) })
  }
  return { proven, faults }
}
