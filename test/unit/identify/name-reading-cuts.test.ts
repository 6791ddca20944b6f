import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readName } from '../../../electron/engine/identify/naming/name-reading.ts'
import type { NameReading } from '../../../electron/shared/readings.ts'
import { compiledRules } from '../../support/compiled-rules.ts'
import { patternOf, readExhaustively, settle } from './name-reading-oracle.ts'
import type { Part } from './name-reading-oracle.ts'

/** Names that overlap one another in every way, of few letters, so that short texts are full of them. */
const mediaTypeAliases = {
  ONE_FRONT: ['p', 'pp'],
  ONE_BACK: ['pq'],
  TWO: ['q', 'p'],
  THREE: ['qq', 'fp'],
}

const literal = fc.constantFrom('_', '-', 'p', '_p', 'b', '__').map((text): Part => ({ kind: 'text', text }))
const field = fc.constantFrom<Part>(
  { kind: 'media_type' },
  { kind: 'media_type' },
  { kind: 'side' },
  { kind: 'skip' },
  { kind: 'sep' },
  { kind: 'field', name: 'a' },
  { kind: 'field', name: 'c' },
)
const part = fc.oneof({ weight: 2, arbitrary: literal }, { weight: 3, arbitrary: field })
const optional = fc
  .array(part, { minLength: 1, maxLength: 3 })
  .map((parts): Part => ({ kind: 'optional', parts }))
const parts = fc.array(fc.oneof({ weight: 5, arbitrary: part }, { weight: 1, arbitrary: optional }), {
  minLength: 1,
  maxLength: 4,
})

/** Most of them cannot be used, as fields stand side by side or twice; those are left out. */
const anyPattern = fc
  .tuple(parts, parts)
  .map(([before, after]): Part[] => [...before, { kind: 'entity_id' }, ...after])

/** A text that a pattern may have been made for, by choices of what stands for each part of it. */
function stemFor(pattern: readonly Part[], choices: readonly number[]): string {
  let used = 0
  const choose = (...texts: readonly string[]): string => {
    used += 1
    return texts[(choices[used % choices.length] ?? 0) % texts.length] ?? ''
  }
  const fill = (each: Part): string => {
    switch (each.kind) {
      case 'text':
        return each.text
      case 'media_type':
        return choose('p', 'pp', 'p_q', 'q', 'fp', 'q_q')
      case 'side':
        return choose('f', 'b')
      case 'sep':
        return choose('_', '-', '__')
      case 'optional':
        return choose('', each.parts.map(fill).join(''))
      default:
        return choose('p', 'b', 'q_p', 'x', 'p_p')
    }
  }
  return pattern.map(fill).join('').slice(0, 12)
}

const anyStem = fc.string({
  unit: fc.constantFrom('p', 'q', 'f', 'b', '_', '_', '-'),
  minLength: 1,
  maxLength: 9,
})

const anyChoices = fc.array(fc.array(fc.nat(60), { minLength: 12, maxLength: 12 }), {
  minLength: 4,
  maxLength: 4,
})

const resultsOf = (reading: NameReading): string[] => {
  if (reading.kind === 'none') return []
  return (reading.kind === 'match' ? [reading] : reading.readings).map(
    ({ entityId, mediaType, fields }) =>
      `${entityId}|${String(mediaType)}|${JSON.stringify(
        Object.entries(fields)
          .map(([name, value]) => [`field:${name}`, value])
          .sort(),
      )}`,
  )
}

const anyNames = fc.tuple(anyPattern, anyStem, anyChoices).map(([pattern, stem, choices]) => ({
  pattern,
  stems: [stem, ...choices.map((each) => stemFor(pattern, each))],
}))

describe('any short name and any pattern', () => {
  it('give the results of trying every way to cut, no more and no fewer', () => {
    const counts = { read: 0, ambiguous: 0 }
    fc.assert(
      fc.property(anyNames, ({ pattern, stems }) => {
        const rules = [{ id: 'r', name: 'R', pattern: patternOf(pattern) }]
        const ruleSet = compiledRules({ rules, mediaTypeAliases })
        fc.pre(ruleSet.rules.length === 1)
        for (const stem of stems) {
          const found = readExhaustively(pattern, stem, ruleSet)
          const expected = settle(found, () => true)
          const reading = readName(ruleSet, `${stem}.jpg`)
          const results = resultsOf(reading)
          if (found.length > 8) {
            // Not all of them are looked at, and a single one that is left need not be believed.
            expect(['conflict', kindFor(expected)]).toContain(reading.kind)
            expect(results.every((result) => expected.has(result) || result.includes('|null|'))).toBe(true)
          } else {
            expect(new Set(results), `${patternOf(pattern)} on ${stem}`).toEqual(expected)
            expect(reading.kind).toBe(kindFor(expected))
          }
          if (expected.size > 0) counts.read += 1
          if (expected.size > 1) counts.ambiguous += 1
        }
      }),
      { numRuns: 1_000 },
    )
    // It would prove little if hardly any name were read.
    expect(counts.read).toBeGreaterThan(2_000)
    expect(counts.ambiguous).toBeGreaterThan(500)
  })
})

describe('any set of rules', () => {
  it('never reads one of several entities silently, with a form of entity ids and without', () => {
    fc.assert(
      fc.property(
        fc.array(anyNames, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('', '[pqx]', '[^_-]+', '.{2,3}', 'q_p'),
        (sets, form) => {
          const rules = sets.map(({ pattern }, index) => ({
            id: `r${index}`,
            name: 'R',
            pattern: patternOf(pattern),
          }))
          const ruleSet = compiledRules({ rules, mediaTypeAliases, entityIds: { pattern: form } })
          fc.pre(ruleSet.rules.length === rules.length)
          const hasForm = new RegExp(`^(?:${form === '' ? '.*' : form})$`)
          for (const stem of sets.flatMap(({ stems }) => stems)) {
            const found = sets.map(({ pattern }) => readExhaustively(pattern, stem, ruleSet))
            const expected = settle(found.flat(), (entityId) => hasForm.test(entityId))
            const reading = readName(ruleSet, `${stem}.jpg`)
            const mayBeDoubted = found.some(({ length }) => length > 8)
            const kinds = mayBeDoubted ? ['conflict', kindFor(expected)] : [kindFor(expected)]
            expect(kinds, `${JSON.stringify(rules)} on ${stem}`).toContain(reading.kind)
            if (reading.kind === 'match') expect(resultsOf(reading)).toEqual([...expected])
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

function kindFor(expected: ReadonlySet<string>): NameReading['kind'] {
  return expected.size === 0 ? 'none' : expected.size === 1 ? 'match' : 'conflict'
}
