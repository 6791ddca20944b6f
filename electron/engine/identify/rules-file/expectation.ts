import { sideOf } from '../../../shared/media-types.ts'
import type { NameReading, RuleReading } from '../../../shared/readings.ts'
import type { Expectation } from './examples-file.ts'

/**
 * True when a name is read as expected. `mediaTypeOf` tells which media type a text of the table means, so that
 * `passport` may stand there.
 */
export function isAsExpected(
  expected: Expectation,
  reading: NameReading,
  mediaTypeOf: (text: string) => string,
): boolean {
  if (expected.kind !== 'match' || reading.kind !== 'match') return expected.kind === reading.kind
  const { entityId, mediaType, side, fields } = expected
  return (
    entityId === reading.entityId &&
    (mediaType === undefined ||
      mediaType === reading.mediaType ||
      (mediaType !== null && mediaTypeOf(mediaType) === reading.mediaType)) &&
    (side === null || side === (reading.side ?? sideOf(reading.mediaType ?? ''))) &&
    Object.entries(fields).every(([name, value]) => (reading.fields[name] ?? '') === value)
  )
}

/** What was expected, in one line. */
export function describeExpectation(expected: Expectation): string {
  if (expected.kind === 'none') return 'that no rule reads it'
  if (expected.kind === 'conflict') return 'that it can be read in more than one way'
  const { entityId, mediaType, side, fields } = expected
  return [
    entityId,
    ...(mediaType === undefined ? [] : [mediaType ?? 'no media type']),
    ...(side === null ? [] : [side]),
    ...Object.entries(fields).map(([name, value]) => `${name}=${value}`),
  ].join(', ')
}

/** What a name gave, one line for each different result. */
export function describeReading(reading: NameReading): string[] {
  switch (reading.kind) {
    case 'none':
      return ['nothing']
    case 'match':
      return [describeResult(reading)]
    case 'conflict':
      return reading.readings.map(describeResult)
  }
}

function describeResult({ entityId, mediaType, side, date, fields, ruleName }: RuleReading): string {
  const values = [
    entityId,
    mediaType ?? 'no media type',
    ...(side === null ? [] : [side]),
    ...(date === null ? [] : [`date ${date}`]),
    ...Object.entries(fields).map(([name, value]) => `${name}=${value}`),
  ]
  return `${values.join(', ')} (by “${ruleName}”)`
}
