import { maxBulkItems } from '../../shared/calls/review-calls.ts'
import type { Handlers } from '../../shared/contract.ts'
import type { Session } from '../session.ts'

type ItemCall = Extract<keyof Handlers<'engine' | 'engine_private'>, `items.${string}`>

/** What can be asked about items. */
export function itemCalls(
  session: () => Promise<Session>,
): Pick<Handlers<'engine' | 'engine_private'>, ItemCall> {
  return {
    'items.list': async (input) => (await session()).ledger.list(input),
    'items.count': async (input) => (await session()).ledger.count(input),
    'items.revisions': async (input) => (await session()).ledger.revisions(input, maxBulkItems),
    'items.changedSince': async ({ items }) => ({
      changed: await (await session()).ledger.changedSince(items),
    }),
    'items.causes': async (input) => ({ causes: await (await session()).ledger.causes(input) }),
    'items.known': async ({ field, prefix, limit }) => ({
      values: await (await session()).ledger.knownValues(field, prefix, limit),
    }),
    'items.get': async ({ itemId }) => (await session()).ledger.getDetail(itemId),
    'items.locate': async ({ itemId }) => {
      const { ledger, locate } = await session()
      return { path: await locate(await ledger.getItem(itemId)) }
    },
  }
}
