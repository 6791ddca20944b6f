import type { Failure } from './error-codes.ts'
import type { Told } from './sentences/told.ts'

/** One place where the ledger does not prove itself. */
export interface LedgerFault extends Told {
  readonly seq: number | null
  readonly itemId: number | null
}

export interface VerifyReport {
  readonly ok: boolean
  readonly eventCount: number
  readonly itemCount: number
  readonly headHash: string
  readonly faults: readonly LedgerFault[]
  readonly durationMs: number
}

/** The same with the anchors that were written outside of the ledger. */
export interface LedgerProof extends VerifyReport {
  /** How many anchors of this ledger lie on its chain; null where there was no anchor file to read. */
  readonly anchorsProven: number | null
  /** Why the anchor file could not be read; null where it was, and where none is set. */
  readonly anchorFailure: Failure | null
}
