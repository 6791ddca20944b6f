import type { Failure } from './error-codes.ts'

/** How an answer travels between processes. */
export type Answer<Output> =
  { readonly ok: true; readonly value: Output } | { readonly ok: false; readonly failure: Failure }

/**
 * An answer on its last way, into the page. Electron copies an object there value by value: a page of a long list would
 * hold the window up for several frames. A text comes across at once.
 */
export type AnswerText<Output> = string & {
  /** Only for the compiler: what the text is of. */
  readonly output?: Output
}

export function writeAnswer<Output>(answer: Answer<Output>): AnswerText<Output> {
  return JSON.stringify(answer)
}

/** Reads what `writeAnswer` wrote. */
export function readAnswer<Output>(text: AnswerText<Output>): Answer<Output> {
  // Written by the shell from the same contract.
  return JSON.parse(text) as Answer<Output>
}
