import type { ErrorCode } from '../../shared/error-codes.ts'
import { readAnswerBody } from './answer-body.ts'
import type { AnswerBody } from './answer-body.ts'
import type { HttpAnswer } from './http-exchange.ts'
import { readRetryAfterMs } from './retry-after.ts'
import { detailOf, sentenceIn } from '../../shared/sentences/detail.ts'
import { say, sayAll, sayAsWritten } from '../../shared/sentences/say.ts'
import type { Detail, Sentence } from '../../shared/sentences/told.ts'

/** With what stands behind the outcome, for a person. */
export interface AnswerReading extends Detail {
  readonly outcome: 'accepted' | ErrorCode
  /** The endpoint's own `error_code` and `message`, as far as it gave them. */
  readonly answerCode: string | null
  readonly answerMessage: string | null
  /** How long the endpoint asks to wait. */
  readonly retryAfterMs: number | null
}

/**
 * What an answer to an upload means. The rule behind every line: `accepted` needs the endpoint's own word, and
 * only an answer which proves that nothing was stored allows another try. What is neither is unknown.
 * Nothing in the reading holds `key`. Source: "The answers" in the endpoint's sheet; for proxies RFC 9110.
 */
export function classifyAnswer(answer: HttpAnswer, key: string, nowMs: number): AnswerReading {
  const body = readAnswerBody(answer, key)
  const { outcome, detail = null } = outcomeOf(answer, body)
  return {
    outcome,
    answerCode: body.kind === 'endpoint_error' ? body.errorCode : null,
    answerMessage: body.kind === 'endpoint_error' ? body.message : null,
    retryAfterMs: readRetryAfterMs(answer.headers, nowMs),
    ...detailOf(detail),
  }
}

interface Outcome {
  readonly outcome: 'accepted' | ErrorCode
  readonly detail?: Sentence | null
}

function outcomeOf(answer: HttpAnswer, body: AnswerBody): Outcome {
  const { status } = answer
  if (status >= 200 && status < 300) return readSuccess(answer, body)
  // 303 alone says that the request was carried out, and where to read of it. Source: RFC 9110, 15.4.4.
  if (status === 303) return { outcome: 'not_the_endpoint', detail: redirectWords(answer) }
  if (status >= 300 && status < 400) return { outcome: 'redirect_refused', detail: redirectWords(answer) }
  if (status >= 500) return readServerError(status, body)
  switch (status) {
    // A proxy's refusal stops the lane just as the endpoint's: neither has stored anything, and the next file
    // would meet the same.
    case 401:
      return { outcome: 'key_refused', detail: foreignDetail(status, body) }
    case 403:
      return { outcome: 'key_without_permission', detail: foreignDetail(status, body) }
    case 404:
      return readNotFound(body)
    case 407:
      return { outcome: 'connection_failed', detail: say('proxy_asks_for_sign_in') }
    // Whoever gave up waiting for a request that was sent as a whole may have passed it on.
    case 408:
      return { outcome: 'no_answer', detail: say('way_gave_up_waiting') }
    case 409:
      return { outcome: 'entity_conflict', detail: foreignDetail(status, body) }
    case 413:
      return { outcome: 'file_too_large_refused', detail: foreignDetail(status, body) }
    case 423:
      return { outcome: 'entity_busy', detail: foreignDetail(status, body) }
    case 429:
      return { outcome: 'rate_limited', detail: foreignDetail(status, body) }
    // 400 and the client errors that are not declared: the request was understood and not carried out.
    default:
      return { outcome: 'request_refused', detail: statusWords(status, body) }
  }
}

/** The endpoint answers 200 with `{}`. An empty body, another status or a page is somebody else's success. */
function readSuccess(answer: HttpAnswer, body: AnswerBody): Outcome {
  if (!answer.sentWhole) {
    return { outcome: 'not_the_endpoint', detail: say('answer_before_whole_file') }
  }
  if (answer.status === 200 && body.kind === 'object') return { outcome: 'accepted' }
  return { outcome: 'not_the_endpoint', detail: statusWords(answer.status, body) }
}

/**
 * Without the endpoint's own words a 404 more likely means a wrong base URL. With an empty body it can be either,
 * and the sheet says that the endpoint's body may be empty.
 */
function readNotFound(body: AnswerBody): Outcome {
  if (body.kind === 'endpoint_error') return { outcome: 'entity_unknown' }
  const doubt = say('address_may_be_wrong')
  if (body.kind === 'empty')
    return { outcome: 'entity_unknown', detail: sayAll([say('no_words_came'), doubt]) }
  return { outcome: 'request_refused', detail: sayAll([statusWords(404, body), doubt]) }
}

/**
 * The endpoint declares 500 and 503; where it says so itself, in its own JSON, the upload failed and is tried
 * again. A 502, a 504, and a 500 or 503 in other words come from a gateway that lost the endpoint, perhaps after
 * it had stored the file: an unknown outcome. A 511 comes from the local network and never reached it.
 */
function readServerError(status: number, body: AnswerBody): Outcome {
  if (status === 511) return { outcome: 'connection_failed', detail: say('network_asks_for_sign_in') }
  if ((status === 500 || status === 503) && body.kind === 'endpoint_error') return { outcome: 'server_error' }
  return { outcome: 'no_answer', detail: sayAll([say('gateway_answered'), statusWords(status, body)]) }
}

function redirectWords({ status, headers }: HttpAnswer): Sentence {
  const target = headers.location ?? ''
  // The origin only: the rest of such an address can carry tokens.
  const origin = URL.canParse(target) ? new URL(target).origin : null
  return say('status_redirect', { status, origin })
}

/** Words only where the body is not the endpoint's: then somebody in between may have answered. */
function foreignDetail(status: number, body: AnswerBody): Sentence | null {
  return body.kind === 'foreign' || body.kind === 'object' ? statusWords(status, body) : null
}

function statusWords(status: number, body: AnswerBody): Sentence {
  switch (body.kind) {
    case 'endpoint_error':
      return say('status_alone', { status })
    case 'empty':
      return say('status_without_words', { status })
    case 'object':
      return say('status_with_other_json', { status })
    case 'foreign':
      return say('status_with', { status, content: body.content })
  }
}

/** What was said, in the endpoint's own words and in Intray's; null where nothing was. */
export function wordsSaid(
  reading: Pick<AnswerReading, 'answerCode' | 'answerMessage' | keyof Detail>,
): Sentence | null {
  const { answerCode, answerMessage } = reading
  const own = [answerCode, answerMessage]
    .filter((part) => part !== null)
    .filter((part) => part !== '')
    .map(sayAsWritten)
  const detail = sentenceIn(reading)
  const parts = detail === null ? own : [...own, detail]
  const [only, ...others] = parts
  if (only === undefined) return null
  return others.length === 0 ? only : say('said_together', { parts })
}
