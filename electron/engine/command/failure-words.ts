import { errorCatalogue } from '../../shared/error-codes.ts'
import type { Failure } from '../../shared/error-codes.ts'
import { printable } from './terminal.ts'

/** A failure as scripts get it. */
export interface FailureReport extends Failure {
  readonly happened: string
  readonly next: string
}

export function reportFailure({ code, detail }: Failure): FailureReport {
  const { happened, next } = errorCatalogue[code]
  return { code, detail, happened, next }
}

/** A failure in words: what happened, the details, what to do. One line each. */
export function failureLines(failure: Failure): string[] {
  const { code, detail, happened, next } = reportFailure(failure)
  return [
    `${happened} [${code}]`,
    ...(detail === '' ? [] : detail.split('\n').map((line) => `  ${printable(line)}`)),
    `  ${next}`,
  ]
}

/** A failure in one line, for lists of them. */
export function failureInShort(failure: Failure): string {
  const { code, detail, happened, next } = reportFailure(failure)
  const details = detail === '' ? [] : [`(${printable(detail.replace(/\.$/, ''))})`]
  return [happened, ...details, next, `[${code}]`].join(' ')
}
