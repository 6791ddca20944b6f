import type { Clock } from '../time/clock.ts'

/** What goes out in a second, of all requests together. */
export interface Bandwidth {
  /** Bytes to hand over at a time, so that the flow is even. */
  readonly chunkBytes: number
  /** Waits until the bytes may go out, first come, first served. Rejects when `signal` aborts. */
  take(bytes: number, signal: AbortSignal): Promise<void>
}

const longestChunkBytes = 64 * 1024
const shortestChunkBytes = 1024

/** An eighth of a second may be caught up, so that late timers do not lower the rate. */
const burstMs = 125

/** A limit of so many bytes in a second, or null for 0, which means none. Measured on the clock that never jumps. */
export function createBandwidth(
  bytesPerSecond: number,
  clock: Pick<Clock, 'monotonicMs' | 'wait'>,
): Bandwidth | null {
  if (bytesPerSecond === 0) return null
  const chunkBytes = Math.round(
    Math.min(longestChunkBytes, Math.max(shortestChunkBytes, bytesPerSecond * (burstMs / 1_000))),
  )
  let paidUntilMs = -Infinity
  return {
    chunkBytes,
    async take(bytes, signal) {
      signal.throwIfAborted()
      const nowMs = clock.monotonicMs()
      paidUntilMs = Math.max(paidUntilMs, nowMs - burstMs) + (bytes / bytesPerSecond) * 1_000
      const waitMs = paidUntilMs - nowMs
      if (waitMs > 0) await clock.wait(waitMs, signal)
    },
  }
}
