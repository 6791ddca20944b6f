import type { NameReading, RuleReading } from '../../../shared/readings.ts'
import { isSameResult } from './rule-reading.ts'

/** A reading, and whether it may give way to others. */
export interface Candidate {
  readonly reading: RuleReading
  /** Whether its entity id has the organisation's form; true where there is none. */
  readonly hasForm: boolean
  /** False where its rule has more results than were looked at, and one of those might have the form. */
  readonly isComplete: boolean
}

/**
 * Decides between the results of all rules. Entity ids of the organisation's form push out others, and a reading
 * without a media type gives way to one of the same entity; then only a single result is an answer.
 */
export function chooseReading(candidates: readonly Candidate[], limit: number): NameReading | null {
  const [first, ...further] = candidates
  if (first !== undefined && further.length === 0) return { kind: 'match', ...first.reading }
  const hasForm = candidates.some((candidate) => candidate.hasForm)
  const formed = hasForm
    ? candidates.filter((candidate) => candidate.hasForm || !candidate.isComplete)
    : candidates
  const typed = new Set(
    formed.flatMap(({ reading }) => (reading.mediaType === null ? [] : [reading.entityId])),
  )
  const counting = formed.filter(({ reading }) => reading.mediaType !== null || !typed.has(reading.entityId))
  const results = differentResults(counting)
  // Where a rule was not looked at to its end, a single result that is left proves nothing.
  const isProven = results.length > 1 || formed.every(({ isComplete }) => isComplete)
  const [only, ...others] = isProven ? results : differentResults(formed)
  if (only === undefined) return null
  return others.length === 0
    ? { kind: 'match', ...only }
    : { kind: 'conflict', readings: [only, ...others].slice(0, limit) }
}

function differentResults(candidates: readonly Candidate[]): RuleReading[] {
  const results: RuleReading[] = []
  for (const { reading } of candidates) {
    if (!results.some((other) => isSameResult(other, reading))) results.push(reading)
  }
  return results
}
