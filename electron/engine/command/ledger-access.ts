import { existsSync } from 'node:fs'
import { IntrayError } from '../../shared/error-codes.ts'
import { openLedger } from '../ledger/ledger.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Invocation } from './invocation.ts'

/** Opens the ledger for reading, beside an engine that may be at work on it, and closes it afterwards. */
export async function withLedger<Result>(
  invocation: Invocation,
  work: (ledger: Ledger) => Promise<Result>,
): Promise<Result> {
  return withOpenLedger(invocation, true, work)
}

/** Opens the ledger for changes that one person makes, beside an engine that may be at work on it. */
export async function withWritableLedger<Result>(
  invocation: Invocation,
  work: (ledger: Ledger) => Promise<Result>,
): Promise<Result> {
  return withOpenLedger(invocation, false, work)
}

async function withOpenLedger<Result>(
  invocation: Invocation,
  readonly: boolean,
  work: (ledger: Ledger) => Promise<Result>,
): Promise<Result> {
  const { host } = invocation
  const file = await invocation.ledgerFile()
  if (!existsSync(file)) throw new IntrayError('ledger_missing', `${await invocation.mode()} mode: ${file}`)
  const ledger = openLedger(file, { readonly, nativeBinding: host.nativeBinding, now: host.now })
  try {
    return await work(ledger)
  } finally {
    ledger.close()
  }
}
