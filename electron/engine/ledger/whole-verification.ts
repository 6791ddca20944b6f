import { IntrayError } from '../../shared/error-codes.ts'
import type { LedgerFault, VerifyReport } from '../../shared/ledger-proof.ts'
import { sentenceIn } from '../../shared/sentences/detail.ts'
import { say, sayAsWritten } from '../../shared/sentences/say.ts'
import type { Connection } from './connection.ts'
import { verifyDerived } from './derived-verification.ts'
import type { Examine } from './examination.ts'
import { verifyLedger } from './verification.ts'

export interface WholeVerification {
  readonly file: string
  readonly nativeBinding?: string | undefined
  readonly examine: Examine
  now(): number
  /** Gets the share done, 0 to 1. */
  readonly progress?: ((share: number) => void) | undefined
}

/** How long the parts take, about: the history, what is looked into besides it, and the file. */
const shareOfHistory = 0.5
const shareOfDerived = 0.25
/** More are counted as one "and more". */
const maxFaults = 100

/**
 * Checks all that an auditor reads: the history (`verifyLedger`), what searches and reports look into besides it, and
 * the file itself with every index. An index that was altered hides rows from whoever looks them up by it. Throws
 * `engine_unavailable` where the ledger is closed meanwhile, as it is when settings are saved.
 */
export async function verifyWhole(connection: Connection, how: WholeVerification): Promise<VerifyReport> {
  try {
    return await verifyAll(connection, how)
  } catch (error) {
    throw connection.open ? error : new IntrayError('engine_unavailable', '', { cause: error })
  }
}

async function verifyAll(
  connection: Connection,
  { file, nativeBinding, examine, now, progress = () => undefined }: WholeVerification,
): Promise<VerifyReport> {
  const startedAt = now()
  const history = await verifyLedger(connection, now, (share) => {
    progress(share * shareOfHistory)
  })
  const faults: LedgerFault[] = []
  const report = (fault: LedgerFault): void => {
    if (faults.length < maxFaults) faults.push(fault)
    else if (faults.length === maxFaults) faults.push({ seq: null, itemId: null, ...say('more_faults') })
  }
  await verifyDerived(connection, report, (share) => {
    progress(shareOfHistory + share * shareOfDerived)
  })
  try {
    await examine({ file, nativeBinding, leastHeadSeq: null, isThorough: true })
  } catch (error) {
    if (!(error instanceof IntrayError) || error.code !== 'ledger_damaged') throw error
    const words = sentenceIn(error) ?? sayAsWritten(error.detail)
    faults.push({ seq: null, itemId: null, ...say('file_not_whole', { words }) })
  }
  progress(1)
  const all = [...history.faults, ...faults]
  return { ...history, ok: all.length === 0, faults: all, durationMs: now() - startedAt }
}
