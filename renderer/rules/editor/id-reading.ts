import type { EntityIdReading } from '../../../electron/shared/rules.ts'

/** Shows what the steps make of an example. The engine does the same to real names. */
export function applyReading(found: string, reading: EntityIdReading): string {
  const removed = new Set(reading.remove)
  const kept = [...found].filter((character) => !removed.has(character)).join('')
  const written = { as_written: kept, upper: kept.toUpperCase(), lower: kept.toLowerCase() }[reading.case]
  return reading.prefix + written.padStart(reading.padTo, '0')
}
