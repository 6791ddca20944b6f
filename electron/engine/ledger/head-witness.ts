import { closeSync, constants, openSync, readFileSync, writeSync } from 'node:fs'
import { withLedgerErrors } from './connection.ts'
import type { Connection } from './connection.ts'

/** How far the history of a ledger had come, told by a file beside it. */
export interface Witnessed {
  readonly ledgerId: string
  /** What stands for the ledger in the names that it sends. */
  readonly nameMark: string
  readonly seq: number
}

/**
 * Tells, outside of the ledger, how far its history has come, before anything is sent. A ledger that is behind its
 * witness has lost its end, even where SQLite finds it whole: its journal was deleted or cut, or somebody put an older
 * copy in its place. The witness may lag, which only means that less is noticed; it never leads.
 */
export interface HeadWitness {
  note(): void
  close(): void
}

export function openHeadWitness(
  ledgerFile: string,
  ledgerId: string,
  connection: Connection,
  nameMark: () => string,
): HeadWitness {
  const handle = withLedgerErrors(() =>
    openSync(witnessFile(ledgerFile), constants.O_RDWR | constants.O_CREAT, 0o600),
  )
  const head = connection.prepare<[], { seq: number }>(
    'SELECT seq FROM audit_events ORDER BY seq DESC LIMIT 1',
  )
  const note = (): void => {
    withLedgerErrors(() => {
      // One length for all numbers: the text is replaced in place and never half there.
      writeSync(handle, `${ledgerId} ${nameMark()} ${String(head.get()?.seq ?? 0).padStart(16, '0')}\n`, 0)
    })
  }
  return {
    note,
    close() {
      closeSync(handle)
    },
  }
}

/** What the witness of a ledger says; null where there is none or it cannot be read. */
export function readWitness(ledgerFile: string): Witnessed | null {
  try {
    const [ledgerId = '', nameMark = '', seq = ''] = readFileSync(witnessFile(ledgerFile), 'utf8')
      .trim()
      .split(' ')
    const whole = [ledgerId, nameMark].every((mark) => /^[a-z0-9]{6}$/.test(mark)) && /^\d{16}$/.test(seq)
    return whole ? { ledgerId, nameMark, seq: Number(seq) } : null
  } catch {
    // Without a witness nothing is known of a lost end; the checks of the ledger itself still hold.
    return null
  }
}

function witnessFile(ledgerFile: string): string {
  return `${ledgerFile}.head`
}
