import { readAnswer } from '../../electron/shared/answer.ts'
import type {
  CallInput,
  CallOutput,
  CallsOwnedBy,
  EventName,
  Events,
} from '../../electron/shared/contract.ts'
import type { Language } from '../../electron/shared/preferences.ts'
import type { DropResult } from '../../electron/shared/records.ts'
import { CallFailure } from './call-failure.ts'

export type WindowCall = CallsOwnedBy<'engine' | 'main'>

/** In which language the shell has the window speak; null outside of a window, as in tests. */
export function windowLanguage(): Language | null {
  return typeof window === 'undefined' ? null : window.intray.language
}

/**
 * Asks the engine or the shell.
 * @throws {CallFailure} when the answer is a failure.
 */
export async function call<Name extends WindowCall>(
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const answer = readAnswer(await window.intray.invoke(name, input))
  if (!answer.ok) throw new CallFailure(answer.failure)
  return answer.value
}

/**
 * Copies files that were dragged onto the window into a watched folder.
 * @throws {CallFailure} when the answer is a failure.
 */
export async function dropFiles(folderId: string, files: readonly File[]): Promise<DropResult> {
  const answer = await window.intray.dropFiles(folderId, files)
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
