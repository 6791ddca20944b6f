import { describe, expect, it } from 'vitest'
import { settlementFor } from '../../../electron/engine/settlement.ts'
import type { AttemptEnd } from '../../../electron/engine/settlement.ts'
import { dispositionOf, errorCatalogue } from '../../../electron/shared/error-codes.ts'
import type { ErrorCode } from '../../../electron/shared/error-codes.ts'
import { canTransition } from '../../../electron/shared/item-states.ts'
import { uploadSchema } from '../../../electron/shared/settings/upload.ts'

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
  filesInRequest: 1,
  showsAfterMs: 0,
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

  it('waits after an error inside the endpoint until what arrived would show', () => {
    const late = { ...context, showsAfterMs: 3_000 }
    expect(settlementFor(end('server_error'), late).nextAttemptAtMs).toBe(4_000)
    expect(settlementFor(end('entity_busy'), late).nextAttemptAtMs).toBe(1_050)
  })

  it('is an upload where the earlier attempt had arrived, with the evidence', () => {
    const evidence = { earlier: { sentName: 'a.jpg' } }
    const found = end('stopped_before_sending', { earlier: { kind: 'found', evidence } })
    expect(settlementFor(found, context)).toMatchObject({
      to: 'uploaded',
      failure: null,
      counted: false,
      evidence,
    })
  })

  it('is a person’s matter where nobody can tell whether the earlier attempt arrived', () => {
    const untold = end('stopped_before_sending', { earlier: { kind: 'untold' } })
    expect(settlementFor(untold, context)).toMatchObject({ to: 'outcome_unknown', nextAttemptAtMs: null })
  })
})

describe('what follows for the files of one request', () => {
  const batch = { ...context, filesInRequest: 3 }

  it.each(['entity_unknown', 'entity_conflict', 'request_refused', 'file_too_large_refused'] as const)(
    'is one more try of each alone, at once and not counted, after %s',
    (outcome) => {
      expect(settlementFor(end(outcome, { httpStatus: 400 }), batch)).toMatchObject({
        outcome: 'refused_in_batch',
        to: 'retry_wait',
        nextAttemptAtMs: 1_000,
        counted: false,
      })
      expect(settlementFor(end(outcome, { httpStatus: 400 }), context).to).toBe('failed')
    },
  )

  it.each(['key_refused', 'key_without_permission', 'rate_limited', 'entity_busy', 'server_error'] as const)(
    'is the same as for one file after %s',
    (outcome) => {
      const answered = end(outcome, { httpStatus: 400 })
      expect(settlementFor(answered, batch)).toEqual(settlementFor(answered, context))
    },
  )

  it('is unknown for each when the answer was lost', () => {
    expect(settlementFor(end('no_answer'), batch)).toMatchObject({
      outcome: 'no_answer',
      to: 'outcome_unknown',
    })
  })

  it('is a file’s own where it never got into the request', () => {
    expect(settlementFor(end('content_changed'), batch).to).toBe('superseded')
    expect(settlementFor(end('file_missing'), batch).to).toBe('missing')
  })
})
