import type {
  CallInput,
  CallOutput,
  CallsOwnedBy,
  EventName,
  Events,
} from '../../electron/shared/contract.ts'
import { CallFailure } from './call-failure.ts'

export type WindowCall = CallsOwnedBy<'engine' | 'main'>

/**
 * Asks the engine or the shell.
 * @throws {CallFailure} when the answer is a failure.
 */
export async function call<Name extends WindowCall>(
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const answer = await window.intray.invoke(name, input)
  if (!answer.ok) throw new CallFailure(answer.failure)
  return answer.value
}

/** Listens to an event and returns its stop. */
export function listen<Name extends EventName>(
  name: Name,
  listener: (payload: Events[Name]) => void,
): () => void {
  return window.intray.on(name, listener)
}
