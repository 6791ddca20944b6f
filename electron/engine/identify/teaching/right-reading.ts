import type { NameReading, RuleReading } from '../../../shared/readings.ts'
import { readName } from '../naming/name-reading.ts'
import type { RuleSet } from '../naming/rule-set.ts'
import type { TaughtName } from './taught-name.ts'

/** True when the rules read an example to exactly what the person said of it. */
export function readsRightly(ruleSet: RuleSet, name: TaughtName): boolean {
  const reading = readName(ruleSet, name.path, name.folderId)
  return reading.kind === 'match' && isRight(reading, name)
}

/** The readings of an example that say something else than the person. */
export function wrongReadings(ruleSet: RuleSet, name: TaughtName): RuleReading[] {
  return readingsOf(readName(ruleSet, name.path, name.folderId)).filter((reading) => !isRight(reading, name))
}

export function readingsOf(reading: NameReading): readonly RuleReading[] {
  if (reading.kind === 'none') return []
  return reading.kind === 'match' ? [reading] : reading.readings
}

function isRight(reading: RuleReading, { expected, marks }: TaughtName): boolean {
  if (expected.entityId !== undefined && reading.entityId !== expected.entityId) return false
  if (expected.mediaType !== undefined && reading.mediaType !== expected.mediaType) return false
  return marks.every(({ field, text, value }) => {
    if (field === 'side') return value === text || reading.side === value
    if (field === 'date') return reading.date !== null && (value === text || reading.date === value)
    if (field.startsWith('field:')) return reading.fields[field.slice('field:'.length)] === value
    return true
  })
}
