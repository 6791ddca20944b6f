import type { HttpAnswer } from '../../../electron/engine/upload/http-exchange.ts'

/** An answer as the HTTP port gives it; whatever a test cares for stands in `parts`. */
export function answerOf(
  status: number,
  body: string | Uint8Array = '',
  parts: Partial<Omit<HttpAnswer, 'status' | 'body'>> = {},
): HttpAnswer {
  return {
    status,
    headers: {},
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    complete: true,
    sentWhole: true,
    ...parts,
  }
}
