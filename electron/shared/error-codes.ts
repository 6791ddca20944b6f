import type { Detail, Said, Sentence } from './sentences/told.ts'
import { callErrors } from './errors/call-errors.ts'
import { commandErrors } from './errors/command-errors.ts'
import type { Disposition, ErrorText } from './errors/error-text.ts'
import { ledgerErrors } from './errors/ledger-errors.ts'
import { sendingErrors } from './errors/sending-errors.ts'

/** The closed list of codes. Every failure a person can meet is one of these. */
export const errorCatalogue = {
  ...sendingErrors,
  ...ledgerErrors,
  ...callErrors,
  ...commandErrors,
} as const satisfies Record<string, ErrorText>

export type ErrorCode = keyof typeof errorCatalogue

/** The codes that stop every upload until a person acts. */
export type StopCode = {
  [Code in ErrorCode]: (typeof errorCatalogue)[Code]['disposition'] extends 'pause' ? Code : never
}[ErrorCode]

export function isStopCode(code: ErrorCode): code is StopCode {
  return dispositionOf(code) === 'pause'
}

/** What follows from a code. */
export function dispositionOf(code: ErrorCode): Disposition {
  return errorCatalogue[code].disposition
}

/** An error as it travels between processes. `detail` is for a person and never holds a secret. */
export interface Failure extends Detail {
  readonly code: ErrorCode
}

/** An expected failure, with a code that has words for a person. */
export class IntrayError extends Error implements Failure {
  readonly code: ErrorCode
  readonly detail: string
  readonly said: Said | undefined

  /** `told`: the detail, a sentence of the catalogue, or what others said. */
  constructor(code: ErrorCode, told: string | Sentence = '', options?: ErrorOptions) {
    const detail = typeof told === 'string' ? told : told.words
    super(detail === '' ? `${code}: ${errorCatalogue[code].happened}` : `${code}: ${detail}`, options)
    this.name = 'IntrayError'
    this.code = code
    this.detail = detail
    this.said = typeof told === 'string' ? undefined : told.said
  }
}

/** The travelling form of any thrown value. Unknown errors keep their message out: it may name a path or a secret. */
export function toFailure(thrown: unknown): Failure {
  if (!(thrown instanceof IntrayError)) return { code: 'unexpected', detail: '' }
  const { code, detail, said } = thrown
  return { code, detail, ...(said === undefined ? {} : { said }) }
}
