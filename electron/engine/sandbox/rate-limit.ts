/** A bucket that holds at most one second's worth of calls and fills evenly. */
export type TokenBucket = { tokens: number; filledAtMs: number }

/** What the limiter says about one call; the three numbers are those of the `X-RateLimit-*` headers. */
export type RateVerdict = {
  allowed: boolean
  limit: number
  remaining: number
  /** Epoch seconds from which on the next call is allowed. */
  resetAtSeconds: number
}

export function fullBucket(perSecond: number, nowMs: number): TokenBucket {
  return { tokens: perSecond, filledAtMs: nowMs }
}

/** Takes one call out of the bucket where it holds one. A clock that goes backwards fills nothing. */
export function takeToken(
  bucket: TokenBucket,
  perSecond: number,
  nowMs: number,
): { bucket: TokenBucket; verdict: RateVerdict } {
  const elapsedMs = Math.max(0, nowMs - bucket.filledAtMs)
  const capacity = Math.max(1, perSecond)
  const available = Math.min(capacity, bucket.tokens + (elapsedMs / 1000) * perSecond)
  const allowed = available >= 1
  const tokens = allowed ? available - 1 : available
  const waitMs = tokens >= 1 ? 0 : ((1 - tokens) / perSecond) * 1000
  return {
    bucket: { tokens, filledAtMs: nowMs },
    verdict: {
      allowed,
      limit: capacity,
      remaining: Math.floor(tokens),
      resetAtSeconds: Math.ceil((nowMs + waitMs) / 1000),
    },
  }
}

/** A limiter for the whole simulator, or one that allows everything where `perSecond` is null. */
export function createLimiter(
  perSecond: number | null,
  nowMs: number,
): (nowMs: number) => RateVerdict | null {
  if (perSecond === null) return () => null
  let bucket = fullBucket(perSecond, nowMs)
  return (callAtMs) => {
    const taken = takeToken(bucket, perSecond, callAtMs)
    bucket = taken.bucket
    return taken.verdict
  }
}

export function rateHeaders(verdict: RateVerdict): Record<string, string> {
  return {
    'x-ratelimit-limit': String(verdict.limit),
    'x-ratelimit-remaining': String(verdict.remaining),
    'x-ratelimit-reset': String(verdict.resetAtSeconds),
  }
}
