import { toFailure } from '../shared/error-codes.ts'
import type { Failure } from '../shared/error-codes.ts'
import type { Anchor, LedgerProof } from '../shared/records.ts'
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

/** Checks the whole ledger, and its chain against anchors that were kept outside. `progress` gets the share done, 0 to 1. */
export async function proveLedger(
  ledger: Pick<Ledger, 'id' | 'hashOf' | 'listAnchors' | 'verifyWhole'>,
  { anchors, failure }: Pick<AnchorsRead, 'anchors' | 'failure'>,
  progress?: (share: number) => void,
): Promise<LedgerProof> {
  const report = await ledger.verifyWhole(progress)
  const proof = anchors === null ? null : await proveAnchors(ledger, anchors)
  const faults = [...report.faults, ...(proof?.faults ?? [])]
  const anchorsProven = proof?.proven ?? null
  return { ...report, ok: faults.length === 0, faults, anchorsProven, anchorFailure: failure }
}
