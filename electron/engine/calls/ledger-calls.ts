import type { Handlers } from '../../shared/contract.ts'
import { proveLedger, readSetAnchors } from '../ledger-proof.ts'
import type { Session } from '../session.ts'

type LedgerCall = 'ledger.verify' | 'ledger.backUp' | 'ledger.backups'

/** The care of the ledger, as far as a person asks for it. */
export function ledgerCalls(session: () => Promise<Session>): Pick<Handlers<'engine'>, LedgerCall> {
  return {
    'ledger.verify': async () => {
      const { ledger, settings } = await session()
      return proveLedger(ledger, await readSetAnchors(settings.ledger.anchorFile))
    },
    'ledger.backUp': async () => (await session()).care.backUp(),
    'ledger.backups': async () => ({ backups: await (await session()).ledger.listBackups() }),
  }
}
