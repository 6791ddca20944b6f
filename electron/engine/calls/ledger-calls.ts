import type { Handlers } from '../../shared/contract.ts'
import type { Session } from '../session.ts'

type LedgerCall = 'ledger.verify' | 'ledger.backUp' | 'ledger.backups'

/** The care of the ledger, as far as a person asks for it. */
export function ledgerCalls(session: () => Promise<Session>): Pick<Handlers<'engine'>, LedgerCall> {
  return {
    'ledger.verify': async () => (await session()).ledger.verify(),
    'ledger.backUp': async () => (await session()).care.backUp(),
    'ledger.backups': async () => ({ backups: await (await session()).ledger.listBackups() }),
  }
}
