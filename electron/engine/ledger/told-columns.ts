import type { Failure } from '../../shared/error-codes.ts'
import { sayAsWritten } from '../../shared/sentences/say.ts'
import type { Said, Sentence, Told } from '../../shared/sentences/told.ts'

/** A text for people as two columns hold it: its words, and the same as data, which rows of older ledgers lack. */
export function toSentence(words: string | null, said: string | null): Sentence | null {
  if (words === null) return null
  return said === null ? sayAsWritten(words) : { words, said: toSaid(said) }
}

/** A failure as its columns hold it. */
export function toFailure({
  failure_code: code,
  failure_detail: detail,
  failure_said: said,
}: FailureColumns): Failure | null {
  if (code === null) return null
  return { code, detail: detail ?? '', ...(said === null ? {} : { said: toSaid(said) }) }
}

/** A sentence as a column holds it. */
export function toSaid(text: string): Said {
  // Written by this room alone, from a typed sentence.
  return JSON.parse(text) as Said
}

/** What a column holds of a text that is there as data. */
export function saidColumn(told: Pick<Told, 'said'> | null): string | null {
  return told?.said === undefined ? null : JSON.stringify(told.said)
}

/** What the columns of a reason hold, for one that Intray gives itself. */
export function reasonColumns(reason: Told | null): ReasonColumns {
  return { reason: reason?.words ?? null, reason_said: saidColumn(reason) }
}

/** What the event of a decision tells of a reason that Intray gives itself. */
export function reasonData({ words, said }: Sentence): { readonly reason: string; readonly said: Said } {
  return { reason: words, said }
}

interface ReasonColumns {
  readonly reason: string | null
  readonly reason_said: string | null
}

interface FailureColumns {
  readonly failure_code: Failure['code'] | null
  readonly failure_detail: string | null
  readonly failure_said: string | null
}

/** What the columns of a failure hold. */
export function failureColumns(failure: Failure | null): FailureColumns {
  return {
    failure_code: failure?.code ?? null,
    failure_detail: failure?.detail ?? null,
    failure_said: saidColumn(failure),
  }
}

type ToldColumns = Partial<ReasonColumns & FailureColumns>

/**
 * Empties the data beside a text that a change sets alone: it told of what stood there before. Whoever sets both is
 * taken at his word.
 */
export function withoutStaleSaid(set: ToldColumns = {}): ToldColumns {
  return {
    ...(set.reason !== undefined && set.reason_said === undefined ? { reason_said: null } : {}),
    ...(set.failure_detail !== undefined && set.failure_said === undefined ? { failure_said: null } : {}),
  }
}
