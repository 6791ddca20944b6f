import type { Failure } from '../../electron/shared/error-codes.ts'

/** Why there is no picture to look at. */
export type PreviewProblem =
  /** The shell gave a failure instead of a preview. */
  | { readonly kind: 'refused'; readonly failure: Failure }
  /** The content cannot be decoded: damaged, or not what it claims to be. */
  | { readonly kind: 'broken' }
  /** A PDF that asks for a password. */
  | { readonly kind: 'protected' }
  /** Decoding would need more memory than the window should spend. */
  | { readonly kind: 'too_big'; readonly widthPx: number; readonly heightPx: number }
  /** A video whose coding Chromium does not know. */
  | { readonly kind: 'not_playable' }
  /** The family has no preview in this window. */
  | { readonly kind: 'no_viewer' }
  | { readonly kind: 'too_slow' }
  /** The shell did not answer at all. */
  | { readonly kind: 'unreachable' }

export class PreviewError extends Error {
  readonly problem: PreviewProblem

  constructor(problem: PreviewProblem, options?: ErrorOptions) {
    super(`No preview: ${problem.kind}`, options)
    this.name = 'PreviewError'
    this.problem = problem
  }
}

/** The problem behind anything that a preview's loading threw. */
export function problemOf(thrown: unknown): PreviewProblem {
  if (thrown instanceof PreviewError) return thrown.problem
  if (thrown instanceof DOMException && thrown.name === 'TimeoutError') return { kind: 'too_slow' }
  // `fetch` rejects with a TypeError when the connection itself failed.
  if (thrown instanceof TypeError) return { kind: 'unreachable' }
  return { kind: 'broken' }
}
