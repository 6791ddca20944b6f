import type { BrowserWindow } from 'electron'
import type { Answer } from '../../shared/answer.ts'
import { IntrayError } from '../../shared/error-codes.ts'
import type { EngineLink } from '../engine-link.ts'
import type { ShellWords } from '../words/shell-words.ts'
import { sentenceIn } from '../../shared/sentences/detail.ts'

/** What the shell's own calls stand on. */
export interface ShellCallOptions {
  readonly engine: EngineLink
  /** The window that dialogs belong to. */
  window(): BrowserWindow | undefined
  words(): ShellWords
}

/** The value of an answer. Throws its failure, for the window to be told. */
export function valueOf<Output>(answer: Answer<Output>): Output {
  if (answer.ok) return answer.value
  const { code, ...told } = answer.failure
  throw new IntrayError(code, sentenceIn(told) ?? '')
}
