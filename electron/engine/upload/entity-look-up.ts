import { z } from 'zod'
import { IntrayError } from '../../shared/error-codes.ts'
import type { ErrorCode } from '../../shared/error-codes.ts'
import type { Clock } from '../time/clock.ts'
import { readAnswerBody } from './answer-body.ts'
import { classifyAnswer, wordsSaid } from './answer.ts'
import { failureOfKey } from './api-key.ts'
import { requestEntity } from './entity-request.ts'
import type { EntityRequest } from './entity-request.ts'
import { HttpFailure } from './http-exchange.ts'
import type { HttpAnswer, HttpPort } from './http-exchange.ts'
import { detailOf, sentenceIn } from '../../shared/sentences/detail.ts'
import type { Detail, Sentence } from '../../shared/sentences/told.ts'
import { say } from '../../shared/sentences/say.ts'

/** `unavailable` says nothing about the entity. */
export type EntityLookUp =
  | { readonly kind: 'known' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'placeholder' }
  | (Detail & {
      readonly kind: 'unavailable'
      readonly code: ErrorCode
      readonly retryAfterMs: number | null
    })

const entitySchema = z.looseObject({ general_data: z.looseObject({ entity_id: z.string() }) })

/**
 * GUESS of the endpoint's sheet: a placeholder cannot be read, and only the words of the refusal tell it from an
 * entity that does not exist at all.
 */
const placeholderWords = /\bplaceholder\b/i

/** Asks whether the endpoint knows an entity. Never rejects for the network or an answer. */
export async function lookUpEntity(
  http: HttpPort,
  clock: Clock,
  request: EntityRequest,
): Promise<EntityLookUp> {
  const keyFailure = failureOfKey(request.key)
  if (keyFailure !== null) return { kind: 'unavailable', ...keyFailure, retryAfterMs: null }
  try {
    return readAnswer(await requestEntity(http, request), request, clock.nowMs())
  } catch (error) {
    if (error instanceof IntrayError) return unavailable(error.code, sentenceIn(error))
    if (error instanceof HttpFailure) {
      return unavailable(error.kind === 'tls' ? 'tls_failed' : 'connection_failed', error)
    }
    throw error
  }
}

function readAnswer(answer: HttpAnswer, { key, entityId }: EntityRequest, nowMs: number): EntityLookUp {
  const body = readAnswerBody(answer, key)
  if (answer.status === 200) {
    const entity = body.kind === 'object' ? entitySchema.safeParse(body.value).data : undefined
    return entity?.general_data.entity_id === entityId
      ? { kind: 'known' }
      : unavailable('not_the_endpoint', say('not_this_entity'))
  }
  const reading = classifyAnswer(answer, key, nowMs)
  const { outcome, answerMessage } = reading
  if (outcome === 'entity_unknown' || outcome === 'entity_conflict') {
    const isPlaceholder = outcome === 'entity_conflict' || placeholderWords.test(answerMessage ?? '')
    return { kind: isPlaceholder ? 'placeholder' : 'unknown' }
  }
  // Nothing was sent here that could have arrived.
  const code =
    outcome === 'accepted' ? 'not_the_endpoint' : outcome === 'no_answer' ? 'server_error' : outcome
  return { kind: 'unavailable', code, ...detailOf(wordsSaid(reading)), retryAfterMs: reading.retryAfterMs }
}

function unavailable(code: ErrorCode, why: Sentence | null): EntityLookUp {
  return { kind: 'unavailable', code, ...detailOf(why), retryAfterMs: null }
}
