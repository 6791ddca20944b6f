import { withoutKey } from './api-key.ts'

/**
 * Headers by which services name a request, so that their side can find it. The endpoint's sheet promises none; these
 * are what gateways and load balancers set.
 */
const headerNames = [
  'x-request-id',
  'request-id',
  'x-correlation-id',
  'x-amzn-requestid',
  'x-amzn-trace-id',
  'x-cloud-trace-context',
  'cf-ray',
]

const maxLength = 200

/** The id of a request by the answer's headers, in visible ASCII; null where none names it. Never holds the key. */
export function readRequestId(headers: Readonly<Record<string, string>>, key: string): string | null {
  for (const name of headerNames) {
    const value = headers[name]?.trim() ?? ''
    if (value === '' || value.length > maxLength || !/^[\x21-\x7e]+$/.test(value)) continue
    return withoutKey(value, key)
  }
  return null
}
