import type { Answer, CallName, CallInput, CallOutput } from '../../../electron/shared/contract.ts'
import { IntrayError, toFailure } from '../../../electron/shared/error-codes.ts'

/** One call of the window, as it asked it. */
export interface AskedCall {
  readonly name: CallName
  readonly input: unknown
}

type Answering = {
  [Name in CallName]?: (input: CallInput<Name>) => CallOutput<Name> | Promise<CallOutput<Name>>
}

/**
 * Puts a bridge in the place of the preload script's. Calls without an answer fail with `engine_unavailable`.
 * Returns every call in the order in which it was asked.
 */
export function bridgeWindow(answers: Answering): AskedCall[] {
  const asked: AskedCall[] = []
  const intray = {
    async invoke(name: CallName, input: never): Promise<Answer<unknown>> {
      asked.push({ name, input })
      try {
        const answer = answers[name]
        if (answer === undefined) throw new IntrayError('engine_unavailable')
        return { ok: true, value: await answer(input) }
      } catch (thrown) {
        return { ok: false, failure: toFailure(thrown) }
      }
    },
    on: () => () => undefined,
  }
  Object.assign(globalThis, { window: { intray } })
  return asked
}
