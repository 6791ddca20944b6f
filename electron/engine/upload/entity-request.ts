import type { ConnectionSettings } from '../../shared/settings/connection.ts'
import { endpointHeaders } from './api-key.ts'
import { entityUrl } from './endpoint-url.ts'
import type { HttpAnswer, HttpPort } from './http-exchange.ts'

export interface EntityRequest {
  readonly connection: ConnectionSettings
  readonly key: string
  readonly entityId: string
  readonly signal?: AbortSignal | undefined
}

/** An entity's media can come along in base64: six files of the largest size. */
const maxEntityBytes = 40 * 1024 * 1024

const longestReadMs = 60_000

/**
 * Asks the endpoint for one entity. Throws IntrayError for an address that cannot be used and rejects with
 * HttpFailure where no answer came. Reading twice does no harm, so the phase of a failure does not matter here.
 */
export function requestEntity(http: HttpPort, request: EntityRequest): Promise<HttpAnswer> {
  const { origin, path } = entityUrl(request.connection, request.entityId)
  return http.send({
    method: 'GET',
    origin,
    path,
    headers: endpointHeaders(request.key),
    body: null,
    timeoutMs: Math.min(request.connection.timeoutMs, longestReadMs),
    maxAnswerBytes: maxEntityBytes,
    signal: request.signal,
  })
}
