export interface Sample {
  readonly atMs: number
  readonly heapBytes: number
  readonly rssBytes: number
  readonly openFiles: number
}

type Measured = Exclude<keyof Sample, 'atMs'>

/** Of each figure after the warm-up: ends, peak, and the line through all, by the minute and over the whole time. */
export type Growth = Readonly<
  Record<Measured, { first: number; last: number; highest: number; perMinute: number; total: number }>
>

/** How figures grew after the warm-up. */
export function growthOf(samples: readonly Sample[], warmUpShare: number): Growth {
  const warm = samples.slice(Math.floor(samples.length * warmUpShare))
  const grown = (what: Measured) => {
    const points = warm.map((sample) => ({ minute: sample.atMs / 60_000, value: sample[what] }))
    const perMinute = slopeOf(points)
    return {
      first: points[0]?.value ?? 0,
      last: points.at(-1)?.value ?? 0,
      highest: Math.max(0, ...points.map(({ value }) => value)),
      perMinute,
      total: perMinute * ((points.at(-1)?.minute ?? 0) - (points[0]?.minute ?? 0)),
    }
  }
  return { heapBytes: grown('heapBytes'), rssBytes: grown('rssBytes'), openFiles: grown('openFiles') }
}

/** By least squares. 0 of fewer than two points. */
function slopeOf(points: readonly { readonly minute: number; readonly value: number }[]): number {
  const meanOf = (numbers: readonly number[]): number =>
    numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length)
  const meanMinute = meanOf(points.map(({ minute }) => minute))
  const meanValue = meanOf(points.map(({ value }) => value))
  const spread = points.reduce((sum, { minute }) => sum + (minute - meanMinute) ** 2, 0)
  if (spread === 0) return 0
  return (
    points.reduce((sum, { minute, value }) => sum + (minute - meanMinute) * (value - meanValue), 0) / spread
  )
}
