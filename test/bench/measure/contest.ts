import { median } from './statistics.ts'
import type { Times } from './bench-report.ts'

/** One measurement: how long it took, and what else it tells. */
export interface Measurement {
  readonly durationMs: number
  readonly peakRssBytes?: number | null
}

const rounds = 3

/**
 * Measures two ways of the same work in turn, each first as often as the other, so that neither gains from a warm
 * cache or a quiet machine.
 */
export async function contest<First, Second>(
  first: (round: number) => Promise<First>,
  second: (round: number) => Promise<Second>,
): Promise<{ first: First[]; second: Second[] }> {
  const results = { first: [] as First[], second: [] as Second[] }
  for (let round = 0; round < rounds; round += 1) {
    const secondFirst = round % 2 === 1
    if (secondFirst) results.second.push(await second(round))
    results.first.push(await first(round))
    if (!secondFirst) results.second.push(await second(round))
  }
  return results
}

/** The median of some measurements. */
export function timesOf(label: string, measurements: readonly Measurement[]): Times {
  return { label, medianMs: median(measurements.map(({ durationMs }) => durationMs)), p95Ms: null }
}

/** The highest peak of all; null where none is known. */
export function peakOf(measurements: readonly Measurement[]): number | null {
  const peaks = measurements.flatMap(({ peakRssBytes }) => peakRssBytes ?? [])
  return peaks.length === 0 ? null : Math.max(...peaks)
}
