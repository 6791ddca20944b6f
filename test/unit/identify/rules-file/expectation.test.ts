import { describe, expect, it } from 'vitest'
import {
  describeExpectation,
  describeReading,
  isAsExpected,
} from '../../../../electron/engine/identify/rules-file/expectation.ts'
import type { Expectation } from '../../../../electron/engine/identify/rules-file/examples-file.ts'
import type { NameReading, RuleReading } from '../../../../electron/shared/readings.ts'

const reading: RuleReading = {
  ruleId: 'r',
  ruleName: 'Rule',
  entityId: '4711',
  mediaType: 'IMAGE_PASSPORT_FRONT',
  side: null,
  date: '2024-05-01',
  fields: { branch: 'Leeds' },
  spans: [],
}
const match: NameReading = { kind: 'match', ...reading }
const none: NameReading = { kind: 'none', reasons: [] }
const conflict: NameReading = { kind: 'conflict', readings: [reading, { ...reading, entityId: '4712' }] }

const mediaTypeOf = (text: string): string => (text === 'passport' ? 'IMAGE_PASSPORT_FRONT' : text)
const asExpected = (expected: Expectation, read: NameReading): boolean =>
  isAsExpected(expected, read, mediaTypeOf)

function expectation(parts: Partial<Extract<Expectation, { kind: 'match' }>> = {}): Expectation {
  return { kind: 'match', entityId: '4711', mediaType: undefined, side: null, fields: {}, ...parts }
}

describe('what is expected of a name', () => {
  it.each([
    [expectation(), match, true],
    [expectation({ mediaType: 'IMAGE_PASSPORT_FRONT' }), match, true],
    [expectation({ mediaType: 'passport' }), match, true],
    [expectation({ side: 'front' }), match, true],
    [expectation({ fields: { branch: 'Leeds', batch: '' } }), match, true],
    [expectation({ mediaType: null }), { ...match, mediaType: null }, true],
    [expectation({ entityId: '4712' }), match, false],
    [expectation({ mediaType: null }), match, false],
    [expectation({ mediaType: 'LETTER' }), match, false],
    [expectation({ side: 'back' }), match, false],
    [expectation({ fields: { branch: 'York' } }), match, false],
    [expectation({ fields: { batch: '7' } }), match, false],
    [expectation(), none, false],
    [expectation(), conflict, false],
    [{ kind: 'none' }, none, true],
    [{ kind: 'none' }, match, false],
    [{ kind: 'conflict' }, conflict, true],
    [{ kind: 'conflict' }, match, false],
  ] as const)('%j of %j: %s', (expected, read, ok) => {
    expect(asExpected(expected, read)).toBe(ok)
  })

  it('and what was read is said in one line for each result', () => {
    expect(describeExpectation(expectation({ mediaType: null, fields: { branch: 'Leeds' } }))).toBe(
      '4711, no media type, branch=Leeds',
    )
    expect(describeExpectation({ kind: 'none' })).toBe('that no rule reads it')
    expect(describeReading(none)).toEqual(['nothing'])
    expect(describeReading(conflict)).toEqual([
      '4711, IMAGE_PASSPORT_FRONT, date 2024-05-01, branch=Leeds (by “Rule”)',
      '4712, IMAGE_PASSPORT_FRONT, date 2024-05-01, branch=Leeds (by “Rule”)',
    ])
  })
})
