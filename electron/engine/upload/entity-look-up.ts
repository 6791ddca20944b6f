import { z } from 'zod'
import { IntrayError } from '../../shared/error-codes.ts'
import type { ErrorCode } from '../../shared/error-codes.ts'
import type { Clock } from '../time/clock.ts'
import { readAnswerBody } from './answer-body.ts'
import { classifyAnswer } from './answer.ts'
import { failureOfKey } from './api-key.ts'
import { requestEntity } from './entity-request.ts'
import type { EntityRequest } from './entity-request.ts'
import { HttpFailure } from './http-exchange.ts'
import type { HttpAnswer, HttpPort } from './http-exchange.ts'

/** `unavailable` says nothing about the entity. */
export type EntityLookUp =
  | { readonly kind: 'known' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'placeholder' }
  | {
      readonly kind: 'unavailable'
      readonly code: ErrorCode
      readonly detail: string
      readonly retryAfterMs: number | null
    }

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
    if (error instanceof IntrayError) return unavailable(error.code, error.detail)
    if (error instanceof HttpFailure) {
      return unavailable(error.kind === 'tls' ? 'tls_failed' : 'connection_failed', error.words)
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
      : unavailable('not_the_endpoint', 'The answer is not this entity.')
  }
  const { outcome, answerCode, answerMessage, detail, retryAfterMs } = classifyAnswer(answer, key, nowMs)
  if (outcome === 'entity_unknown' || outcome === 'entity_conflict') {
    const isPlaceholder = outcome === 'entity_conflict' || placeholderWords.test(answerMessage ?? '')
    return { kind: isPlaceholder ? 'placeholder' : 'unknown' }
  }
  // Nothing was sent here that could have arrived.
  const code =
    outcome === 'accepted' ? 'not_the_endpoint' : outcome === 'no_answer' ? 'server_error' : outcome
  const words = [answerCode, answerMessage, detail].filter((part) => part !== null && part !== '').join(': ')
  return { kind: 'unavailable', code, detail: words, retryAfterMs }
}

function unavailable(code: ErrorCode, detail: string): EntityLookUp {
  return { kind: 'unavailable', code, detail, retryAfterMs: null }
}
