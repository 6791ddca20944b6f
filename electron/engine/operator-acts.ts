import type { CallName } from '../shared/contract.ts'

/** What a person does, in contrast to what a person looks at: where PINs are set, somebody must be signed in for it. */
export const operatorActs = [
  'review.approve',
  'review.correct',
  'review.requestRescan',
  'review.lookUpEntity',
  'review.reject',
  'review.reopen',
  'review.retry',
  'review.settleUnknown',
  'review.lookUp',
  'review.prioritise',
  'review.undo',
  'review.bulk',
  'repair.propose',
  'repair.accept',
  'repair.discard',
  'rules.save',
  'rules.undo',
  'uploads.pause',
  'uploads.resume',
  'settings.save',
  'settings.useProfile',
  'secrets.announceChange',
  'ledger.anchor',
  'retention.run',
  'evidence.write',
] as const satisfies readonly CallName[]

type Handler = (input: never) => Promise<unknown>

/** The same handlers; those of acts first make sure that somebody has signed in. `refuse` throws where nobody has. */
export function guardActs<Table extends Readonly<Partial<Record<CallName, Handler>>>>(
  handlers: Table,
  refuse: () => void,
): Table {
  const guarded: Partial<Record<CallName, Handler>> = { ...handlers }
  for (const name of operatorActs) {
    const handler = handlers[name]
    if (handler === undefined) continue
    guarded[name] = async (input: never) => {
      refuse()
      return handler(input)
    }
  }
  // The same names with handlers of the same inputs and answers.
  return guarded as Table
}
