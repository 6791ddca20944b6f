import type { NameReading, RuleReading, TriedName, ValueSpan } from '../../../electron/shared/readings.ts'
import { mediaTypeName } from '../../item/media-type-name.ts'
import { messages } from '../../messages/current.ts'

type Values = Pick<RuleReading, 'entityId' | 'mediaType' | 'fields'>

/** `C-1001 · Passport front · branch: 12`. */
export function valueWords({ entityId, mediaType, fields }: Values): string {
  return [
    entityId,
    mediaType === null ? messages.rules.readings.noType : mediaTypeName(mediaType),
    ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`),
  ].join(' · ')
}

/** What rules make of a name, in one line. */
export function readingWords(reading: NameReading): string {
  if (reading.kind === 'match') return valueWords(reading)
  if (reading.kind === 'none') return messages.rules.readings.none
  return `${messages.rules.readings.several(reading.readings.length)}: ${reading.readings.map(valueWords).join(' / ')}`
}

/** What the ledger holds now, in one line. */
export function beforeWords(before: TriedName['before']): string {
  const text = messages.rules.readings
  const { entityId, mediaType, fields } = before
  if (entityId === null && mediaType === null) return text.nothing
  return valueWords({ entityId: entityId ?? text.noEntity, mediaType, fields })
}

/** The characters to colour: those of the only reading, or of the first one where rules disagree. */
export function spansOf(reading: NameReading): readonly ValueSpan[] {
  if (reading.kind === 'match') return reading.spans
  return reading.kind === 'conflict' ? (reading.readings[0]?.spans ?? []) : []
}
