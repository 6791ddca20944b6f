import type { TriedName } from '../../../shared/readings.ts'

/** How many waiting files rules read. */
export interface Coverage {
  readonly waiting: number
  readonly matched: number
  readonly ambiguous: number
  readonly unmatched: number
  /** Waiting files that a rule reads, alone or beside others, by its id. */
  readonly byRule: Readonly<Record<string, number>>
}

/** Counts what becomes of waiting files. */
export function coverageOf(rows: readonly TriedName[]): Coverage {
  const counts = { match: 0, conflict: 0, none: 0 }
  const byRule = new Map<string, number>()
  for (const row of rows) {
    counts[row.reading.kind] += 1
    for (const ruleId of rulesReading(row)) byRule.set(ruleId, (byRule.get(ruleId) ?? 0) + 1)
  }
  return {
    waiting: rows.length,
    matched: counts.match,
    ambiguous: counts.conflict,
    unmatched: counts.none,
    byRule: Object.fromEntries(byRule),
  }
}

/** The rules that read a file, each once. */
export function rulesReading({ reading }: TriedName): ReadonlySet<string> {
  if (reading.kind === 'none') return new Set()
  const readings = reading.kind === 'match' ? [reading] : reading.readings
  return new Set(readings.map(({ ruleId }) => ruleId))
}
