import { toFailure } from '../shared/error-codes.ts'
import type { Failure } from '../shared/error-codes.ts'
import type { LedgerFault, LedgerProof } from '../shared/ledger-proof.ts'
import type { Anchor } from '../shared/records.ts'
import { say } from '../shared/sentences/say.ts'
import { readAnchorFile } from './evidence/anchor-file.ts'
import { proveAnchors } from './evidence/anchor-proof.ts'
import type { Ledger } from './ledger/ledger.ts'

/** The anchors of a file, as far as it could be read. */
export interface AnchorsRead {
  /** Null where there was no file to read. */
  readonly anchors: readonly Anchor[] | null
  readonly unreadableLines: number
  readonly failure: Failure | null
}

/**
 * Reads the anchor file of the settings; '' is none. A file that is away, with its share, is told of and keeps nobody
 * from checking the ledger by itself.
 */
export async function readSetAnchors(anchorFile: string): Promise<AnchorsRead> {
  if (anchorFile === '') return { anchors: null, unreadableLines: 0, failure: null }
  try {
    return { ...(await readAnchorFile(anchorFile)), failure: null }
  } catch (error) {
    return { anchors: null, unreadableLines: 0, failure: toFailure(error) }
  }
}

type ProvenLedger = Pick<
  Ledger,
  | 'id'
  | 'hashOf'
  | 'listAnchors'
  | 'listRestores'
  | 'verifyWhole'
  | 'witnessedSeq'
  | 'headSeq'
  | 'readRestored'
>

/**
 * Checks the whole ledger, whether its end is there, and its chain against anchors that were kept outside. `progress`
 * gets the share done, 0 to 1.
 */
export async function proveLedger(
  ledger: ProvenLedger,
  { anchors, failure }: Pick<AnchorsRead, 'anchors' | 'failure'>,
  progress?: (share: number) => void,
): Promise<LedgerProof> {
  const report = await ledger.verifyWhole(progress)
  const proof = anchors === null ? null : await proveAnchors(ledger, anchors)
  const faults = [...report.faults, ...(await lostEnd(ledger)), ...(proof?.faults ?? [])]
  const anchorsProven = proof?.proven ?? null
  return { ...report, ok: faults.length === 0, faults, anchorsProven, anchorFailure: failure }
}

/** An older copy in the ledger's place proves itself too; the file beside it knows how far the history had come. */
async function lostEnd(ledger: ProvenLedger): Promise<readonly LedgerFault[]> {
  const witnessedSeq = ledger.witnessedSeq()
  const seq = ledger.headSeq()
  if (witnessedSeq === null || witnessedSeq <= seq) return []
  // What a restore is known to have lost is told in the history.
  if ((await ledger.readRestored())?.witnessedSeq === witnessedSeq) return []
  return [{ seq, itemId: null, ...say('events_removed_after', { seq }) }]
}
