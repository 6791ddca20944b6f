import type { Failure } from '../../electron/shared/error-codes.ts'
import { errorCatalogue } from '../../electron/shared/error-codes.ts'

/** Thrown by `call` when the answer is a failure. */
export class CallFailure extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(errorCatalogue[failure.code].happened)
    this.name = 'CallFailure'
    this.failure = failure
  }
}

/** The failure inside anything that was thrown. A defect of the window itself is `unexpected`. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof CallFailure) return thrown.failure
  console.error(thrown)
  return { code: 'unexpected', detail: '' }
}
