import { say } from '../../electron/shared/sentences/say.ts'
import { putIntoWords } from '../../electron/shared/sentences/told.ts'
import type { Said } from '../../electron/shared/sentences/told.ts'
import { messages } from './current.ts'

/** Nothing but the code of a system, such as `ENOENT`. */
const systemCode = /^E[A-Z][A-Z0-9]+$/

/**
 * A text of the engine in the language of the window. What is not there as data, as in older ledgers and in the
 * endpoint's answers, is shown as it was written; a bare code of the system gets words.
 */
export function inWords(written: string, said: Said | null | undefined): string {
  const known = said ?? (systemCode.test(written) ? say('system_refused', { code: written }).said : null)
  return putIntoWords(known, messages.sentences) ?? written
}
