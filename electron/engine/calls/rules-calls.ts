import type { Handlers } from '../../shared/contract.ts'
import type { Session } from '../session.ts'

type RulesCall = Extract<keyof Handlers<'engine'>, `rules.${string}` | `index.${string}`>

/** What a person does with naming rules, and sees of index files. */
export function rulesCalls(session: () => Promise<Session>): Pick<Handlers<'engine'>, RulesCall> {
  return {
    'rules.get': async (input) => (await session()).rules['rules.get'](input),
    'rules.try': async (input) => (await session()).rules['rules.try'](input),
    'rules.explain': async (input) => (await session()).rules['rules.explain'](input),
    'rules.save': async (input) => (await session()).rules['rules.save'](input),
    'rules.undo': async (input) => (await session()).rules['rules.undo'](input),
    'rules.checkEntityId': async (input) => (await session()).rules['rules.checkEntityId'](input),
    'rules.propose': async (input) => (await session()).rules['rules.propose'](input),
    'rules.export': async (input) => (await session()).rules['rules.export'](input),
    'rules.import': async (input) => (await session()).rules['rules.import'](input),
    'index.list': async () => (await session()).listIndexes(),
    'index.rows': async (input) => (await session()).ledger.listIndexRows(input),
  }
}
