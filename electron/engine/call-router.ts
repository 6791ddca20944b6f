import { calls, isCallName } from '../shared/contract.ts'
import type { Answer } from '../shared/answer.ts'
import type { CallName } from '../shared/contract.ts'
import { IntrayError, toFailure } from '../shared/error-codes.ts'
import type { Engine } from './engine.ts'
import type { Log } from './log.ts'

/** The answer to one call by name. Input is parsed again: only this process's own check counts. */
export async function answerCall(
  handlers: Engine['handlers'],
  log: Log,
  name: unknown,
  input: unknown,
): Promise<Answer<unknown>> {
  try {
    return { ok: true, value: await dispatch(handlers, name, input) }
  } catch (error) {
    if (!(error instanceof IntrayError)) log.error('call_failed', error, { call: String(name) })
    return { ok: false, failure: toFailure(error) }
  }
}

function dispatch(handlers: Engine['handlers'], name: unknown, input: unknown): Promise<unknown> {
  if (!isCallName(name) || !isHandled(handlers, name)) {
    throw new IntrayError('input_invalid', 'There is no such call.')
  }
  const parsed = calls[name].input.safeParse(input)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new IntrayError('input_invalid', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
  }
  // The name picks the schema and the handler together; the compiler cannot follow that through a union.
  const handler = handlers[name] as (input: unknown) => Promise<unknown>
  return handler(parsed.data)
}

function isHandled(handlers: Engine['handlers'], name: CallName): name is keyof Engine['handlers'] {
  return Object.hasOwn(handlers, name)
}
