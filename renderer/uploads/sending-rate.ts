/** What was sent at one moment. */
export interface SentSample {
  readonly atMs: number
  readonly files: number
  readonly bytes: number
}

/** The time over which the rate is taken. */
export const rateSpanMs = 60_000

/** The samples that still count, with one more. */
export function withSample(samples: readonly SentSample[], sample: SentSample): readonly SentSample[] {
  return [...recent(samples, sample.atMs), sample]
}

/** How many files and bytes were sent in the last minute. */
export function rateAt(samples: readonly SentSample[], nowMs: number): { files: number; bytes: number } {
  let [files, bytes] = [0, 0]
  for (const sample of recent(samples, nowMs)) {
    files += sample.files
    bytes += sample.bytes
  }
  return { files, bytes }
}

/** How long what is left takes at this rate, in milliseconds; null while nothing is sent. */
export function timeLeftMs(filesLeft: number, filesPerMinute: number): number | null {
  return filesLeft === 0 || filesPerMinute === 0 ? null : (filesLeft / filesPerMinute) * rateSpanMs
}

function recent(samples: readonly SentSample[], nowMs: number): readonly SentSample[] {
  return samples.filter(({ atMs }) => atMs > nowMs - rateSpanMs)
}
