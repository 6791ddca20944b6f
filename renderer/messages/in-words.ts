import { putIntoWords } from '../../electron/shared/sentences/told.ts'
import type { Said } from '../../electron/shared/sentences/told.ts'
import { messages } from './current.ts'

/**
 * A text of the engine in the language of the window. What is not there as data, as in older ledgers and in the
 * endpoint's answers, is shown as it was written.
 */
export function inWords(written: string, said: Said | null | undefined): string {
  return putIntoWords(said, messages.sentences) ?? written
}
