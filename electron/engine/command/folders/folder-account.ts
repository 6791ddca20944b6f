import type { AccountDay } from '../../../shared/records.ts'

/** The parts that make up what was seen. */
export const accountParts = [
  'uploaded',
  'waiting',
  'attention',
  'rejected',
  'ignored',
  'missing',
] as const satisfies readonly (keyof AccountDay)[]

type Counts = Readonly<Record<'seen' | (typeof accountParts)[number], number>>

/** What was seen and is in no part. Anything but 0 is a defect of Intray. */
export function unaccountedOf(counts: Counts): number {
  return counts.seen - accountParts.reduce((sum, part) => sum + counts[part], 0)
}

/** The counts of several days together. */
export function sumOfDays(days: readonly Counts[]): Counts {
  const sum = { seen: 0, uploaded: 0, waiting: 0, attention: 0, rejected: 0, ignored: 0, missing: 0 }
  for (const day of days) {
    sum.seen += day.seen
    for (const part of accountParts) sum[part] += day[part]
  }
  return sum
}
