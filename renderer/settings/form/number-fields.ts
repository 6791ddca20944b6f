/**
 * How many stored units make one unit of a field: people type seconds, minutes and kilobytes, the file holds
 * milliseconds and bytes.
 */
export const fieldUnits = {
  'connection.timeoutMs': 1_000,
  'intake.quietMs': 1_000,
  'intake.neverQuietMs': 60_000,
  'intake.comparisonIntervalMs': 60_000,
  'intake.minPicturePixels': 1,
  'intake.manyForEntity.count': 1,
  'intake.manyForEntity.withinMs': 60_000,
  'entityLookUp.keepMs': 3_600_000,
  'upload.concurrency': 1,
  'upload.requestsPerSecond': 1,
  'upload.bytesPerSecond': 1_000,
  'upload.filesPerRequest': 1,
  'upload.maxAttempts': 1,
  'upload.backoffBaseMs': 1_000,
  'upload.backoffMaxMs': 60_000,
  'ledger.backupsKept': 1,
  'review.graceMs': 1_000,
  'retention.afterDays': 1,
} as const

export type NumberPath = keyof typeof fieldUnits

/** The same for the fields of each folder; the folder's place in the list is left out. */
const folderUnits: Readonly<Record<string, number>> = {
  'folders.otherSideWaitMs': 60_000,
  'folders.index.waitMs': 60_000,
}

/** How many stored units make one unit of the field at a settings path; 1 where it has no number. */
export function unitOf(path: string): number {
  const units: Readonly<Record<string, number>> = { ...fieldUnits, ...folderUnits }
  return units[path.replace(/^folders\.\d+\./, 'folders.')] ?? 1
}

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
