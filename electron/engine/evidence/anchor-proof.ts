import type { LedgerFault } from '../../shared/ledger-proof.ts'
import type { Anchor } from '../../shared/records.ts'
import { say } from '../../shared/sentences/say.ts'
import type { Sentence } from '../../shared/sentences/told.ts'
import type { RestoreTold } from '../ledger/anchor-steps.ts'
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
  ledger: Pick<Ledger, 'id' | 'hashOf' | 'listAnchors' | 'listRestores'>,
  anchors: readonly Anchor[],
): Promise<AnchorProof> {
  const faults: LedgerFault[] = []
  const own = anchors.filter(({ ledgerId }) => ledgerId === ledger.id)
  let proven = 0
  const restores = await ledger.listRestores()
  for (const anchor of own) {
    const { seq } = anchor
    const present = await ledger.hashOf(seq)
    if (present === anchor.hash) proven += 1
    else faults.push({ seq, itemId: null, ...faultOf(anchor, present, restores) })
  }
  const standing = new Set(own.map(({ seq }) => seq))
  const firstSeq = own.reduce((least, { seq }) => Math.min(least, seq), Infinity)
  for (const { seq, atMs } of await ledger.listAnchors(anchorsCompared)) {
    if (seq <= firstSeq || standing.has(seq)) continue
    faults.push({ seq, itemId: null, ...say('anchor_line_gone', { seq, at: new Date(atMs).toISOString() }) })
  }
  return { proven, faults }
}

/** What a restore is known to have lost is no forgery, but nothing here can show it: it stays a fault of this file. */
function faultOf({ seq, atMs }: Anchor, present: string | null, restores: readonly RestoreTold[]): Sentence {
  const at = new Date(atMs).toISOString()
  const restore = restores.find((one) => one.keptSeq < seq && atMs <= one.atMs)
  if (restore !== undefined) return say('anchored_event_lost', { seq, at, restoredSeq: restore.seq })
  return say(present === null ? 'anchored_event_gone' : 'anchored_event_differs', { seq, at })
}
