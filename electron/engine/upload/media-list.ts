import { IntrayError } from '../../shared/error-codes.ts'
import type { ErrorCode } from '../../shared/error-codes.ts'
import { readAnswerBody } from './answer-body.ts'
import { classifyAnswer, wordsSaid } from './answer.ts'
import { failureOfKey } from './api-key.ts'
import type { Clock } from '../time/clock.ts'
import { requestEntity } from './entity-request.ts'
import type { EntityRequest } from './entity-request.ts'
import { HttpFailure } from './http-exchange.ts'
import type { HttpAnswer, HttpPort } from './http-exchange.ts'
import { readMediaEntries } from './media-entries.ts'
import type { MediaEntry } from './media-entries.ts'
import { detailOf, sentenceIn } from '../../shared/sentences/detail.ts'
import type { Detail, Sentence } from '../../shared/sentences/told.ts'

/**
 * `listed` only where the entity itself was read. What was stored can take seconds to show up, so one list soon after
 * sending proves no absence. `unavailable` proves nothing at all.
 */
export type MediaList =
  | { readonly kind: 'listed'; readonly entries: readonly MediaEntry[] }
  | (Detail & {
      readonly kind: 'unavailable'
      readonly code: ErrorCode
      readonly retryAfterMs: number | null
    })

/** Reads an entity's `media_data`. Never rejects for the network or an answer. */
export async function listMedia(http: HttpPort, clock: Clock, request: EntityRequest): Promise<MediaList> {
  const keyFailure = failureOfKey(request.key)
  if (keyFailure !== null) return { kind: 'unavailable', ...keyFailure, retryAfterMs: null }
  try {
    return readList(await requestEntity(http, request), request, clock.nowMs())
  } catch (error) {
    if (error instanceof IntrayError) return unavailable(error.code, sentenceIn(error))
    if (error instanceof HttpFailure) {
      return unavailable(error.kind === 'tls' ? 'tls_failed' : 'connection_failed', error)
    }
    throw error
  }
}

function readList(answer: HttpAnswer, request: EntityRequest, nowMs: number): MediaList {
  const body = readAnswerBody(answer, request.key)
  if (answer.status !== 200 || body.kind !== 'object') return readRefusal(answer, request.key, nowMs)
  const reading = readMediaEntries(body.value, request.entityId)
  return reading.ok
    ? { kind: 'listed', entries: reading.entries }
    : unavailable('not_the_endpoint', reading.why)
}

/** The codes of an upload's answer, except that nothing was sent here that could be unknown. */
function readRefusal(answer: HttpAnswer, key: string, nowMs: number): MediaList {
  const reading = classifyAnswer(answer, key, nowMs)
  const { outcome } = reading
  const code =
    outcome === 'accepted' ? 'not_the_endpoint' : outcome === 'no_answer' ? 'server_error' : outcome
  return { kind: 'unavailable', code, ...detailOf(wordsSaid(reading)), retryAfterMs: reading.retryAfterMs }
}

function unavailable(code: ErrorCode, why: Sentence | null): MediaList {
  return { kind: 'unavailable', code, ...detailOf(why), retryAfterMs: null }
}
