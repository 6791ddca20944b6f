import type { Ledger } from '../../../electron/engine/ledger/ledger.ts'
import type { Item } from '../../../electron/shared/records.ts'
import { takeIn } from '../../support/ledger-fixture.ts'
import type { LedgerFixture } from '../../support/ledger-fixture.ts'

export const dayMs = 86_400_000

/** Takes a file in, sends it, and has it accepted by the endpoint. */
export async function uploadedItem(
  { ledger, clock }: Pick<LedgerFixture, 'ledger' | 'clock'>,
  path: string,
  entityId: string,
): Promise<Item> {
  const item = await takeIn(ledger, path, {
    route: 'approved',
    entityId,
    fields: { branch: `branch of ${entityId}` },
    findings: [{ code: 'duplicate_rejected', severity: 'warn', evidence: `seen as ${path} before` }],
  })
  return sendItem(ledger, item, clock.nowMs)
}

async function sendItem(ledger: Ledger, item: Item, atMs: number): Promise<Item> {
  const [attempt] = await ledger.startAttempts(
    [
      {
        itemId: item.id,
        revision: item.revision,
        number: 1,
        url: `https://endpoint.test/${item.entityId ?? ''}`,
        bodyForm: 'multipart',
        sentName: `sent-${item.name}`,
      },
    ],
    atMs,
  )
  if (attempt === undefined) throw new Error('nothing was started')
  return ledger.settleAttempt(
    {
      attemptId: attempt.id,
      outcome: 'accepted',
      httpStatus: 200,
      answerCode: null,
      answerMessage: `stored for ${item.entityId ?? ''}`,
      requestId: `request-of-${String(item.id)}`,
      durationMs: 12,
      to: 'uploaded',
      failure: null,
      nextAttemptAtMs: null,
      counted: true,
    },
    atMs,
  )
}
