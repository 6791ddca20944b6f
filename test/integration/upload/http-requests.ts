import type { HttpBody, HttpRequest } from '../../../electron/engine/upload/http-exchange.ts'

/** A body that is sent in pieces of the given size. */
export function bodyOf(bytes: Uint8Array, contentType = 'application/octet-stream'): HttpBody {
  return { contentType, sizeBytes: bytes.length, chunks: () => [bytes] }
}

/** A PUT with a short body; whatever a test cares for stands in `parts`. */
export function putTo(origin: string, parts: Partial<HttpRequest> = {}): HttpRequest {
  return {
    method: 'PUT',
    origin,
    path: '/v1/acme/entities/C-1/link-media',
    headers: { 'u21-key': 'secret' },
    body: bodyOf(new TextEncoder().encode('the body')),
    timeoutMs: 5_000,
    maxAnswerBytes: 1_024,
    ...parts,
  }
}

export function getFrom(origin: string, parts: Partial<HttpRequest> = {}): HttpRequest {
  return { ...putTo(origin), method: 'GET', body: null, ...parts }
}
