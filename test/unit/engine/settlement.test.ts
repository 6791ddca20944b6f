import { describe, expect, it } from 'vitest'
import { settlementFor } from '../../../electron/engine/settlement.ts'
import type { AttemptEnd } from '../../../electron/engine/settlement.ts'
import { dispositionOf, errorCatalogue } from '../../../electron/shared/error-codes.ts'
import type { ErrorCode } from '../../../electron/shared/error-codes.ts'
import { canTransition } from '../../../electron/shared/item-states.ts'
import { uploadSchema } from '../../../electron/shared/settings.ts'

function end(outcome: AttemptEnd['outcome'], over: Partial<AttemptEnd> = {}): AttemptEnd {
  return {
    outcome,
    httpStatus: null,
    answerCode: null,
    answerMessage: null,
    retryAfterMs: null,
    durationMs: 5,
    detail: '',
    ...over,
  }
}

const context = {
  attemptId: 1,
  attemptNumber: 1,
  countedBefore: 0,
  nowMs: 1_000,
  settings: uploadSchema.parse({ maxAttempts: 3 }),
  backoffMs: () => 50,
}

// Object.keys forgets the type of a literal's keys.
const codes = Object.keys(errorCatalogue) as ErrorCode[]

describe('what follows from an attempt', () => {
  it.each(['accepted', ...codes] as const)('is a way that an item can go, for %s', (outcome) => {
    const { to } = settlementFor(end(outcome), context)
    expect(canTransition('uploading', to)).toBe(true)
  })

  it.each(codes.filter((code) => dispositionOf(code) === 'unknown'))(
    'is never a blind repeat after %s',
    (outcome) => {
      expect(settlementFor(end(outcome), context)).toMatchObject({
        to: 'outcome_unknown',
        nextAttemptAtMs: null,
      })
    },
  )

  it.each(codes.filter((code) => dispositionOf(code) === 'pause'))(
    'does not count against the item for %s',
    (outcome) => {
      expect(settlementFor(end(outcome), context)).toMatchObject({ to: 'approved', counted: false })
    },
  )

  it('waits as long as the endpoint asks, if that is longer than the back-off', () => {
    expect(settlementFor(end('entity_busy', { retryAfterMs: 700 }), context).nextAttemptAtMs).toBe(1_700)
    expect(settlementFor(end('entity_busy', { retryAfterMs: 10 }), context).nextAttemptAtMs).toBe(1_050)
  })

  it('goes to a person when the allowed attempts are used up', () => {
    const last = settlementFor(end('server_error'), { ...context, countedBefore: 2 })
    expect(last).toMatchObject({ to: 'failed', failure: { code: 'attempts_used_up' } })
  })

  it.each(['connection_failed', 'rate_limited', 'stopped_before_sending'] as const)(
    'never uses up the attempts for %s: that is not the file’s fault',
    (outcome) => {
      const settlement = settlementFor(end(outcome), { ...context, countedBefore: 99 })
      expect(settlement).toMatchObject({ to: 'retry_wait', counted: false })
    },
  )
})
