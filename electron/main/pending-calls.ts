import type { Answer } from '../shared/answer.ts'
import type { Failure } from '../shared/error-codes.ts'

/** Calls that were sent to an engine and have no answer yet. */
export interface PendingCalls {
  /** A new call's number, and its answer when it comes. */
  begin(): { readonly callId: number; readonly answer: Promise<Answer<unknown>> }
  /** An answer to a call that is not known is left out of account. */
  settle(callId: number, answer: Answer<unknown>): void
  failAll(failure: Failure): void
}

export function createPendingCalls(): PendingCalls {
  const waiting = new Map<number, (answer: Answer<unknown>) => void>()
  let lastCallId = 0

  return {
    begin() {
      const callId = (lastCallId += 1)
      const answer = new Promise<Answer<unknown>>((resolve) => waiting.set(callId, resolve))
      return { callId, answer }
    },
    settle(callId, answer) {
      waiting.get(callId)?.(answer)
      waiting.delete(callId)
    },
    failAll(failure) {
      for (const resolve of waiting.values()) resolve({ ok: false, failure })
      waiting.clear()
    },
  }
}
