import { existsSync } from 'node:fs'
import { IntrayError } from '../../shared/error-codes.ts'
import type { DecisionContext } from '../decisions.ts'
import { createIdentifier } from '../identification.ts'
import { compileRules } from '../identify/naming/rule-set.ts'
import { openLedger } from '../ledger/ledger.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Invocation } from './invocation.ts'

/** Opens the ledger for reading, beside an engine that may be at work on it, and closes it afterwards. */
export async function withLedger<Result>(
  invocation: Invocation,
  work: (ledger: Ledger) => Promise<Result>,
): Promise<Result> {
  return withOpenLedger(invocation, await presentLedger(invocation), true, work)
}

/**
 * Opens the ledger for a person's decisions. No folder is looked at and nothing is sent: an engine that is at
 * work notices the change by itself, and otherwise the next run sees it.
 */
export async function withDecisionDesk<Result>(
  invocation: Invocation,
  work: (context: DecisionContext) => Promise<Result>,
): Promise<Result> {
  const settings = await invocation.settings()
  const actor = await invocation.operator()
  const file = await presentLedger(invocation)
  return withOpenLedger(invocation, file, false, (ledger) => {
    const identifier = createIdentifier({
      ledger,
      ruleSet: compileRules(settings.rules, settings.mediaTypeAliases),
      maxFileSizeBytes: settings.intake.maxFileSizeBytes,
    })
    const lane = { kick: () => undefined }
    const unknowns = {
      lookUp: () => Promise.reject(new IntrayError('engine_unavailable', 'Only a running engine can look.')),
    }
    return work({ desk: { ledger, identifier, lane, unknowns }, actor, now: invocation.host.now })
  })
}

async function presentLedger(invocation: Invocation): Promise<string> {
  const mode = await invocation.mode()
  const file = invocation.data.ledgerFile(mode)
  if (!existsSync(file)) throw new IntrayError('ledger_missing', `${mode} mode: ${file}`)
  return file
}

async function withOpenLedger<Result>(
  { host }: Invocation,
  file: string,
  readonly: boolean,
  work: (ledger: Ledger) => Promise<Result>,
): Promise<Result> {
  const ledger = openLedger(file, { readonly, nativeBinding: host.nativeBinding, now: host.now })
  try {
    return await work(ledger)
  } finally {
    ledger.close()
  }
}
