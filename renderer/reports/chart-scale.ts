/** Round numbers from 0 up to `max` or the next one above it, at most five of them. */
export function countTicks(max: number): number[] {
  const rough = Math.max(1, max) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power)
  const count = Math.ceil(Math.max(1, max) / step)
  return Array.from({ length: count + 1 }, (_, index) => index * step)
}

const secondMs = 1_000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
const durations = [100, secondMs, 10 * secondMs, minuteMs, 10 * minuteMs, hourMs, 6 * hourMs, dayMs]
const longDurations = [7 * dayMs, 30 * dayMs, 365 * dayMs]

/** Round durations that enclose the given ones, in milliseconds; for a scale by powers. */
export function durationTicks(shortestMs: number, longestMs: number): number[] {
  const all = [...durations, ...longDurations]
  const first = Math.max(
    0,
    all.findLastIndex((duration) => duration <= shortestMs),
  )
  const above = all.findIndex((duration) => duration >= longestMs)
  const last = Math.max(first + 1, above === -1 ? all.length - 1 : above)
  return all.slice(first, last + 1)
}

/** Where a duration lies between two others on a scale by powers, from 0 to 1. */
export function durationPlace(durationMs: number, firstMs: number, lastMs: number): number {
  const place = Math.log(Math.max(durationMs, 1) / firstMs) / Math.log(lastMs / firstMs)
  return Math.min(1, Math.max(0, place))
}

/** Every how many days a label has room, where each day is so many pixels wide. */
export function labelStep(dayWidth: number, labelWidth: number): number {
  const wanted = Math.max(1, Math.ceil(labelWidth / Math.max(dayWidth, 0.1)))
  return [1, 2, 7, 14, 28, 56, 84].find((step) => step >= wanted) ?? wanted
}
