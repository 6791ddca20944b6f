const shortestWaitMs = 1_000
/** No wait that the endpoint asks for is believed to be longer. */
export const longestRetryAfterMs = 3_600_000

/** A reset below this is a number of seconds from now, not a moment: 10^9 was in 2001. */
const firstEpochSecond = 1_000_000_000

/**
 * How long the endpoint asks to wait, in milliseconds from now, between a second and an hour; null where it does
 * not say. Takes the later of `Retry-After` (seconds or a date) and `X-RateLimit-Reset` (epoch seconds). Moments are
 * held against the answer's own `Date`, so that a wrong clock on this computer does not matter.
 */
export function readRetryAfterMs(headers: Readonly<Record<string, string>>, nowMs: number): number | null {
  const serverNowMs = readDate(headers.date) ?? nowMs
  const waits = [
    readRetryAfter(headers['retry-after'], serverNowMs),
    readReset(headers['x-ratelimit-reset'], serverNowMs),
  ].filter((waitMs) => waitMs !== null)
  if (waits.length === 0) return null
  return Math.min(longestRetryAfterMs, Math.max(shortestWaitMs, ...waits))
}

function readRetryAfter(value: string | undefined, serverNowMs: number): number | null {
  const seconds = readNumber(value)
  if (seconds !== null) return seconds * 1000
  const date = readDate(value)
  return date === null ? null : date - serverNowMs
}

function readReset(value: string | undefined, serverNowMs: number): number | null {
  const seconds = readNumber(value)
  if (seconds === null) return null
  return seconds < firstEpochSecond ? seconds * 1000 : seconds * 1000 - serverNowMs
}

function readNumber(value: string | undefined): number | null {
  return value !== undefined && /^\s*\d{1,12}(\.\d{1,9})?\s*$/.test(value) ? Number(value) : null
}

/** Only the form that HTTP asks for, `Sun, 06 Nov 1994 08:49:37 GMT`: Date.parse alone would read almost anything. */
function readDate(value: string | undefined): number | null {
  if (value === undefined || !/^[A-Z][a-z]{2}, .* GMT$/.test(value)) return null
  const epochMs = Date.parse(value)
  return Number.isNaN(epochMs) ? null : epochMs
}
