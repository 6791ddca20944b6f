import { randomBytes } from 'node:crypto'
import type { ErrorCode, Failure } from '../../shared/error-codes.ts'
import { IntrayError } from '../../shared/error-codes.ts'
import type { ConnectionSettings } from '../../shared/settings/connection.ts'
import type { ConnectionTest } from '../../shared/status.ts'
import { classifyAnswer } from './answer.ts'
import type { AnswerReading } from './answer.ts'
import { endpointHeaders, failureOfKey } from './api-key.ts'
import type { Clock } from '../time/clock.ts'
import { testConnection } from './connection-test.ts'
import type { ConnectionTestRequest } from './connection-test.ts'
import { lookUpEntity } from './entity-look-up.ts'
import type { EntityLookUp } from './entity-look-up.ts'
import type { EntityRequest } from './entity-request.ts'
import { linkMediaUrl } from './endpoint-url.ts'
import { HttpFailure } from './http-exchange.ts'
import type { HttpAnswer, HttpPort } from './http-exchange.ts'
import { listMedia } from './media-list.ts'
import type { MediaList } from './media-list.ts'
import { readRequestId } from './request-id.ts'
import { requestBody } from './request-body.ts'
import type { Medium } from './request-body.ts'
import { detailIn, detailOf } from '../../shared/sentences/detail.ts'

export interface UploadRequest {
  readonly connection: ConnectionSettings
  readonly key: string
  readonly entityId: string
  /** One file, or several that are taken or refused together. */
  readonly media: readonly Omit<Medium, 'source'>[]
  /** Aborting before the first byte gives `stopped_before_sending`, afterwards `interrupted`. */
  readonly signal: AbortSignal
  /** Bytes of the request's body handed to the system so far. Must not throw. */
  readonly onProgress?: ((sentBytes: number, totalBytes: number) => void) | undefined
}

export interface UploadResult extends AnswerReading {
  /** Null where no answer came. */
  readonly httpStatus: number | null
  /** The id by which the endpoint's side can find the request; null where the answer names none. */
  readonly requestId: string | null
  readonly durationMs: number
  /** Empty where the request could not be addressed. */
  readonly url: string
}

export interface EndpointClient {
  /** Sends one request once. Says what became of it, and rejects for a defect of Intray only. */
  upload(request: UploadRequest): Promise<UploadResult>
  /** Asks for the media of an entity. Changes nothing at the endpoint. */
  listMedia(request: EntityRequest): Promise<MediaList>
  /** Asks whether the endpoint knows an entity. Changes nothing at the endpoint. */
  lookUpEntity(request: EntityRequest): Promise<EntityLookUp>
  /** Tries a connection step by step without changing anything at the endpoint. */
  test(request: ConnectionTestRequest): Promise<ConnectionTest>
  /** Cuts what is under way and closes the connections. */
  close(): Promise<void>
}

/** The endpoint answers `{}`. Whatever is longer than this is not worth reading. */
const maxUploadAnswerBytes = 256 * 1024

export function createEndpointClient(parts: { http: HttpPort; clock: Clock }): EndpointClient {
  const { http, clock } = parts
  return {
    upload: (request) => upload(http, clock, request),
    listMedia: (request) => listMedia(http, clock, request),
    lookUpEntity: (request) => lookUpEntity(http, clock, request),
    test: (request) => testConnection(http, clock, request),
    close: () => http.close(),
  }
}

async function upload(http: HttpPort, clock: Clock, request: UploadRequest): Promise<UploadResult> {
  const { connection, key } = request
  const startedMs = clock.monotonicMs()
  let url = ''

  function result(reading: AnswerReading, answer: HttpAnswer | null): UploadResult {
    return {
      ...reading,
      httpStatus: answer?.status ?? null,
      requestId: answer === null ? null : readRequestId(answer.headers, key),
      durationMs: Math.round(clock.monotonicMs() - startedMs),
      url,
    }
  }

  const keyFailure = failureOfKey(key)
  if (keyFailure !== null) return result(withoutAnswer(keyFailure), null)
  try {
    const { origin, path, href } = linkMediaUrl(connection, request.entityId)
    url = href
    const media = request.media.map((medium) => ({ ...medium, source: connection.source }))
    const answer = await http.send({
      method: 'PUT',
      origin,
      path,
      headers: endpointHeaders(key),
      body: requestBody(connection.bodyForm, media, newBoundary()),
      timeoutMs: connection.timeoutMs,
      maxAnswerBytes: maxUploadAnswerBytes,
      signal: request.signal,
      onSent: request.onProgress,
    })
    return result(classifyAnswer(answer, key, clock.nowMs()), answer)
  } catch (error) {
    if (error instanceof IntrayError) return result(withoutAnswer(error), null)
    if (error instanceof HttpFailure) return result(withoutAnswer(failureOfSending(error)), null)
    throw error
  }
}

/** What an upload without an answer means. The phase decides: after the first byte the outcome is unknown. */
function failureOfSending(failure: HttpFailure): Failure {
  const sent = failure.phase === 'after_sending'
  let code: ErrorCode
  if (failure.kind === 'aborted') code = sent ? 'interrupted' : 'stopped_before_sending'
  else if (sent) code = 'no_answer'
  else code = failure.kind === 'tls' ? 'tls_failed' : 'connection_failed'
  return { code, ...detailOf(failure) }
}

function withoutAnswer({ code, ...failure }: Failure): AnswerReading {
  return { outcome: code, answerCode: null, answerMessage: null, retryAfterMs: null, ...detailIn(failure) }
}

function newBoundary(): string {
  return `intray-${randomBytes(24).toString('hex')}`
}
