import { writeAnswer } from '../../../electron/shared/answer.ts'
import type { AnswerText } from '../../../electron/shared/answer.ts'
import type { CallName, CallInput, CallOutput, EventName, Events } from '../../../electron/shared/contract.ts'
import { IntrayError, toFailure } from '../../../electron/shared/error-codes.ts'

/** One call of the window, as it asked it. */
export interface AskedCall {
  readonly name: CallName
  readonly input: unknown
}

type Answering = {
  [Name in CallName]?: (input: CallInput<Name>) => CallOutput<Name> | Promise<CallOutput<Name>>
}

interface Listening {
  readonly name: EventName
  readonly listener: (payload: never) => void
}
let listeners = new Set<Listening>()

/** Tells an event to everybody who listens to the bridge in place. */
export function tellWindow<Name extends EventName>(name: Name, payload: Events[Name]): void {
  for (const listening of listeners) {
    // Who listens to an event of this name takes its payload.
    if (listening.name === name) listening.listener(payload as never)
  }
}

/**
 * Puts a bridge in the place of the preload script's. Calls without an answer fail with `engine_unavailable`.
 * Returns every call in the order in which it was asked.
 */
export function bridgeWindow(answers: Answering): AskedCall[] {
  const asked: AskedCall[] = []
  listeners = new Set()
  const intray = {
    async invoke(name: CallName, input: never): Promise<AnswerText<unknown>> {
      asked.push({ name, input })
      try {
        const answer = answers[name]
        if (answer === undefined) throw new IntrayError('engine_unavailable')
        return writeAnswer({ ok: true, value: await answer(input) })
      } catch (thrown) {
        return writeAnswer({ ok: false, failure: toFailure(thrown) })
      }
    },
    on(name: EventName, listener: (payload: never) => void): () => void {
      const listening = { name, listener }
      listeners.add(listening)
      return () => listeners.delete(listening)
    },
  }
  Object.assign(globalThis, { window: { intray } })
  return asked
}
