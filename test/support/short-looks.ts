import type { LookPlan } from '../../electron/engine/look-series.ts'

/** Intray's plan of looks with milliseconds in place of minutes. */
export const shortLooks: LookPlan = {
  afterMs: [40, 80, 160, 300],
  repeatMs: 100,
  lastAfterMs: 5_000,
  leastLooks: 3,
  leastAgeMs: 250,
  leastSpanMs: 100,
}
