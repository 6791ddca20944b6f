/** How many stored units make one unit of a field: people type seconds and minutes, the file holds milliseconds. */
export const fieldUnits = {
  'connection.timeoutMs': 1_000,
  'intake.quietMs': 1_000,
  'intake.comparisonIntervalMs': 60_000,
  'upload.concurrency': 1,
  'upload.requestsPerSecond': 1,
  'upload.maxAttempts': 1,
  'upload.backoffBaseMs': 1_000,
  'upload.backoffMaxMs': 60_000,
} as const

export type NumberPath = keyof typeof fieldUnits

/** The stored number for a typed text; NaN where the text is no number. Takes a comma for a decimal point. */
export function numberOf(text: string, unit: number): number {
  const typed = text.trim().replace(',', '.')
  if (!/^-?\d+(?:\.\d+)?$/.test(typed)) return Number.NaN
  const stored = Number(typed) * unit
  // A part of a millisecond has no meaning, and 0.1 * 1000 need not be whole.
  return unit === 1 ? stored : Math.round(stored)
}

/** The text in the field for a stored number. */
export function textOf(stored: number, unit: number): string {
  return String(Math.round((stored / unit) * 1_000) / 1_000)
}
