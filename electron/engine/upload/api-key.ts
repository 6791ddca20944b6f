import type { Failure } from '../../shared/error-codes.ts'
import { detailOf } from '../../shared/sentences/detail.ts'
import { say } from '../../shared/sentences/say.ts'

/** Why a key cannot be used at all, or null where it can be tried. */
export function failureOfKey(key: string): Failure | null {
  if (key === '') return { code: 'key_missing', detail: '' }
  // Visible ASCII only: a line break would end the header and begin another.
  if (/^[\x21-\x7e]+$/.test(key)) return null
  return { code: 'key_refused', ...detailOf(say('key_of_foreign_characters')) }
}

/** The headers of every call. A usable key goes into this header and nowhere else. */
export function endpointHeaders(key: string): Record<string, string> {
  const headers = { accept: 'application/json', 'user-agent': 'Intray' }
  return failureOfKey(key) === null ? { ...headers, 'u21-key': key } : headers
}

/**
 * The text without the key, in case whoever answered repeats the request's headers: as it is sent, and as
 * percent-encoding, JSON or base64 spell it.
 */
export function withoutKey(text: string, key: string): string {
  if (key === '') return text
  const spellings = [
    key,
    encodeURIComponent(key.toWellFormed()),
    JSON.stringify(key).slice(1, -1),
    Buffer.from(key).toString('base64'),
  ]
  return spellings.reduce((scrubbed, spelling) => scrubbed.replaceAll(spelling, '[key]'), text)
}
